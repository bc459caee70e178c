/**
 * Headers of every answer, whoever makes it. Pages replace the content security policy by their own (proxy.ts); whatever
 * is no page needs nothing.
 */
export const fixedHeaders = (https: boolean): Record<string, string> => ({
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
});
