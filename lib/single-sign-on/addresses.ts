import type { District } from '../context.ts';

export const SIGN_ON_PATH = '/campus/api/single-sign-on';

/**
 * Where the provider sends the browser back to. Each district has its own: an answer that another district's provider made
 * is never taken for this one's (RFC 9700 §4.4.2.2).
 */
export const redirectUri = (publicUrl: string, { shortId }: Pick<District, 'shortId'>): string =>
  `${publicUrl}${SIGN_ON_PATH}/${shortId}/answer`;
