'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Confirms a step that can't be undone. */
export function ConfirmDialog({
  open,
  title,
  action,
  danger,
  onConfirm,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  /** The button's name. */
  action: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={<div className="flex flex-col gap-2">{children}</div>}
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    />
  );
}
