import { createHash } from 'node:crypto';

const digest = (purpose: string, token: string): string =>
  createHash('sha256').update(`${purpose} ${token}`).digest('base64url');

/**
 * Nonce and PKCE verifier of a visit. They come from the token in the cookie of the browser that began it, so that the
 * database has neither, and a code works only together with that browser.
 */
export const visitKeys = (browserToken: string): { nonce: string; verifier: string } => ({
  nonce: digest('nonce', browserToken),
  verifier: digest('verifier', browserToken),
});
