'use client';

import { LinkDialog } from '../../../../components/link-dialog.tsx';
import { invitationLink } from '../../../../lib/auth/invitation-link.ts';
import type { Invitation } from '../../../../lib/users/schema.ts';
import { USER_TEXTS } from './texts.ts';

/** Shows a user's link, once, or says where Campus sends it. */
export const InvitationDialog = ({
  name,
  invitation: { token, emailedTo, expiresAt },
  onClose,
}: {
  name: string;
  invitation: Invitation;
  onClose: () => void;
}) => (
  <LinkDialog
    title={`Link for ${name}`}
    description={emailedTo ? USER_TEXTS.linkIsSent(emailedTo) : USER_TEXTS.passLinkOn()}
    link={token && invitationLink(location.origin, token)}
    help={USER_TEXTS.linkOnce()}
    expiresAt={expiresAt}
    onClose={onClose}
  />
);
