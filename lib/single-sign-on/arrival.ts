import type { Claims } from './person-of.ts';

/** What a provider's answer proves. */
export interface Arrival {
  /** The provider, and its stable name for the person. */
  issuer: string;
  subject: string;
  claims: Claims;
  /** When the person last signed in there; undefined if the provider does not say. */
  signedInAt: Date | undefined;
}
