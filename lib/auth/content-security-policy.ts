/**
 * Of the style sheet that sonner adds as it loads, and of the empty element it is before; the test beside this file
 * compares it with the package.
 */
export const SONNER_STYLE = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=';
const EMPTY = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * The policy of every page: nothing from elsewhere, no inline script or style without this request's nonce, no
 * frame around it.
 */
export function contentSecurityPolicy({
  nonce,
  https,
  development,
}: {
  nonce: string;
  /** The public origin is https: then nothing is ever fetched over http. */
  https: boolean;
  /** `next dev` needs `eval` for its stack traces. */
  development: boolean;
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}' '${SONNER_STYLE}' '${EMPTY}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
