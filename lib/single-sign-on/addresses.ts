import type { District } from '../context.ts';

export const SIGN_ON_PATH = '/campus/api/single-sign-on';

const ofDistrict = (publicUrl: string, { shortId }: Pick<District, 'shortId'>, place: string): string =>
  `${publicUrl}${SIGN_ON_PATH}/${shortId}/${place}`;

/**
 * Where the provider sends the browser back to: OpenID Connect's redirect URI, SAML's assertion consumer service. Each
 * district has its own: an answer that another district's provider made is never taken for this one's (RFC 9700
 * §4.4.2.2).
 */
export const redirectUri = (publicUrl: string, district: Pick<District, 'shortId'>): string =>
  ofDistrict(publicUrl, district, 'answer');

/** Who Campus is for a district's SAML provider. Its metadata are there. */
export const entityId = (publicUrl: string, district: Pick<District, 'shortId'>): string =>
  ofDistrict(publicUrl, district, 'metadata');
