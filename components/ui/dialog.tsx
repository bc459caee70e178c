'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonStyle } from './button.tsx';
import { classNames } from './class-names.ts';

/**
 * A window above the page: `role="dialog"`. The rest of the page is inert, Escape closes it, and the focus returns.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  className,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  className?: string;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={classNames(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg flex-col',
            '-translate-x-1/2 -translate-y-1/2 rounded-xl border border-line bg-surface shadow-floating',
            'transition-[scale,opacity] duration-150 data-ending-style:scale-98 data-starting-style:scale-98',
            'data-ending-style:opacity-0 data-starting-style:opacity-0',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <Base.Title className="wrap-anywhere min-w-0 pt-0.5 font-semibold text-base">{title}</Base.Title>
            <Base.Close
              aria-label="Close"
              className={classNames(buttonStyle('quiet', 'small-icon'), '-mr-2')}
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">
            {description && (
              <Base.Description className="text-pretty text-muted" render={<div />}>
                {description}
              </Base.Description>
            )}
            {children}
          </div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 rounded-b-xl border-line border-t bg-sunken px-5 py-3">
              {footer}
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
