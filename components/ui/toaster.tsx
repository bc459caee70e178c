'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';
import { toastsAreShown } from './toast.ts';

/** The region of toasts. It is polite: it does not interrupt a screen reader. */
export default function Toaster() {
  const { resolvedTheme } = useTheme();
  useEffect(toastsAreShown, []);
  return (
    // Without this, Sonner takes the focus back whenever Tab leaves a toast: the keyboard could never get out of it.
    <div onFocusCapture={(event) => event.stopPropagation()}>
      <Sonner
        theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
        position="bottom-right"
        // Above a bar of buttons at the lower edge (globals.css): a toast must not cover the way on.
        offset={{ bottom: 'var(--toasts-bottom)' }}
        mobileOffset={{ bottom: 'var(--toasts-bottom)' }}
        closeButton
        duration={6000}
        toastOptions={{
          classNames: {
            toast: '!rounded-lg !border-line !bg-surface !font-sans !text-ink !shadow-floating',
            description: '!text-muted',
            closeButton: '!border-line !bg-surface !text-muted',
            icon: 'group-data-[type=error]:text-bad-ink',
          },
        }}
      />
    </div>
  );
}
