'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { invitationLink } from '../../../../lib/auth/invitation-link.ts';
import type { Invitation } from '../../../../lib/users/schema.ts';
import { USER_TEXTS } from './texts.ts';

/** Shows a user's link, once, or says where Campus sends it. */
export const LinkDialog = ({
  name,
  invitation: { token, emailedTo, expiresAt },
  onClose,
}: {
  name: string;
  invitation: Invitation;
  onClose: () => void;
}) => (
  <Dialog
    open
    onClose={onClose}
    title={`Link for ${name}`}
    description={emailedTo ? USER_TEXTS.linkIsSent(emailedTo) : USER_TEXTS.passLinkOn()}
    footer={
      <Button kind="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <div className="mt-4 flex flex-col gap-2">
      {token && (
        <CopyField label="Link" value={invitationLink(location.origin, token)} help={USER_TEXTS.linkOnce()} />
      )}
      <p>
        It works until <DateTime at={expiresAt} time />.
      </p>
    </div>
  </Dialog>
);
