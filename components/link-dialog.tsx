'use client';

import type { ReactNode } from 'react';
import { DateTime } from './dates.tsx';
import { Button } from './ui/button.tsx';
import { CopyField } from './ui/copy-field.tsx';
import { Dialog } from './ui/dialog.tsx';

/** Shows a link that works once, or, without one, where it was sent. Campus keeps only its hash, so it is shown once. */
export const LinkDialog = ({
  title,
  description,
  link,
  help,
  expiresAt,
  onClose,
}: {
  title: string;
  description: ReactNode;
  link: string | null;
  help: string;
  expiresAt: string;
  onClose: () => void;
}) => (
  <Dialog
    open
    onClose={onClose}
    title={title}
    description={description}
    footer={
      <Button kind="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <div className="mt-4 flex flex-col gap-2">
      {link && <CopyField label="Link" value={link} help={help} />}
      <p>
        It works until <DateTime at={expiresAt} time />.
      </p>
    </div>
  </Dialog>
);
