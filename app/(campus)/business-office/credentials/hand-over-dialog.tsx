'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { handOverLink } from '../../../../lib/credentials/hand-over/link.ts';
import type { HandOverLink } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

/** Shows a hand-over link, once: Campus keeps only its hash. */
export const HandOverDialog = ({
  link: { token, expiresAt },
  onClose,
}: {
  link: HandOverLink;
  onClose: () => void;
}) => (
  <Dialog
    open
    onClose={onClose}
    title="Link for the HR vendor"
    description={CREDENTIAL_TEXTS.passLinkOn()}
    footer={
      <Button kind="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <div className="mt-4 flex flex-col gap-2">
      <CopyField
        label="Link"
        value={handOverLink(location.origin, token)}
        help={CREDENTIAL_TEXTS.linkShownOnce()}
      />
      <p>
        It works until <DateTime at={expiresAt} time />.
      </p>
    </div>
  </Dialog>
);
