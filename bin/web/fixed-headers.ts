export interface Transport {
  https: boolean;
  /** Whether HSTS is for the host's subdomains, too. */
  hstsSubdomains: boolean;
}

/** Headers of every answer. Pages have a content security policy of their own instead (proxy.ts); other answers load nothing. */
export const fixedHeaders = ({ https, hstsSubdomains }: Transport): Record<string, string> => ({
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(https && {
    'Strict-Transport-Security': `max-age=31536000${hstsSubdomains ? '; includeSubDomains' : ''}`,
  }),
});
