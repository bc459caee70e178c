'use client';

const shown = Promise.withResolvers<void>();

/** Called by the region of toasts when it is there. */
export const toastsAreShown = (): void => shown.resolve();

/** Tells the result of an action in passing. What must not be missed stands on the page itself. */
export async function toast(
  kind: 'success' | 'warning' | 'error',
  title: string,
  description?: string,
): Promise<void> {
  const { toast: show } = await import('sonner');
  await shown.promise;
  show[kind](title, { description });
}
