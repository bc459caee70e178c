import type { ServiceProvider } from './service-provider.ts';

const CLOCKS_DIFFER_MS = 30_000;

/** What an answer is compared with. */
export interface Expected extends ServiceProvider {
  /** The provider's entity ID. */
  issuer: string;
  requestId: string;
  now: Date;
}

/** A time as SAML writes it: with its zone. */
export function timeOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text))
    return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether now is before `NotOnOrAfter`. A text that is no time is never valid. */
export const isBefore = (text: string, now: Date): boolean =>
  now.getTime() - CLOCKS_DIFFER_MS < (timeOf(text) ?? Number.NEGATIVE_INFINITY);

/** Whether now is at or after `NotBefore`. */
export const isSince = (text: string, now: Date): boolean =>
  now.getTime() + CLOCKS_DIFFER_MS >= (timeOf(text) ?? Number.POSITIVE_INFINITY);
