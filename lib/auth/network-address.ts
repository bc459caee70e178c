/** The last address of `X-Forwarded-For`, which our proxy wrote; the caller may have made up the ones before it. */
export const networkAddress = (forwardedFor: string | null | undefined): string =>
  forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
