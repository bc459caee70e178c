/** The nearest address that reached us: what stands before it in the list, the sender may have made up. */
export const networkAddress = (forwardedFor: string | null | undefined): string =>
  forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
