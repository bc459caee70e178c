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
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
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
  );
}
