'use client';

const shown = Promise.withResolvers<void>();

/** Called by the toasts' region when it has mounted. */
export const toastsAreShown = (): void => shown.resolve();

/** Shows the result of an action for a moment. What must not be missed belongs on the page itself. */
export async function toast(
  kind: 'success' | 'warning' | 'error',
  title: string,
  description?: string,
): Promise<void> {
  const { toast: show } = await import('sonner');
  await shown.promise;
  show[kind](title, { description });
}
