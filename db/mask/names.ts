/** What a value is by its property's name, in any case and with any separators. */
export type Kind = 'ssn' | 'secret' | 'clientId' | 'phone' | 'zip';

const SECRET =
  /secret|passw|passphrase|passcode|pwd|token|apikey|authorization|credential|cookie|session|assertion|privatekey/;
/** Names that tell about a secret: what kind of it, or for how long. */
const ABOUT = /(?:type|hint|endpoint|uri|url|expires|expiresin|expiresat|lifetime|scopes?)$/;
const PHONES = new Set(['workphone', 'cellphone', 'otherphone', 'phone']);
const MAX_NAME_CHARS = 200;
const MAX_KNOWN = 1_000;

const known = new Map<string, Kind | undefined>();

export function kindOfName(name: string): Kind | undefined {
  if (known.has(name)) return known.get(name);
  const kind = kindOf(name.slice(0, MAX_NAME_CHARS));
  if (known.size < MAX_KNOWN) known.set(name, kind);
  return kind;
}

function kindOf(name: string): Kind | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const joined = words.join('');
  if (PHONES.has(joined)) return 'phone';
  if (joined === 'zip') return 'zip';
  if (joined === 'clientid') return 'clientId';
  if (SECRET.test(joined) && !ABOUT.test(joined)) return 'secret';
  if (joined.endsWith('last4')) return undefined;
  return words.some((word) => word.startsWith('ssn')) || joined.includes('socialsecurity')
    ? 'ssn'
    : undefined;
}

/** Ten digits, or eleven that begin with 1. */
const PHONE = /^\+?(?:1[\s.-]?)?\(?\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{0,3}\d{4}$/;
const ZIP = /^\d{5}-\d{4}$/;
const MAX_FORM_CHARS = 24;

const CLIENT_ID = /^[\w-]{1,40}\.[\w-]{16}$/;

/** A secret in its place is the commonest mistake with credentials: what has not the form of a Client ID may be one. */
export const isClientId = (value: string): boolean => CLIENT_ID.test(value.slice(0, 80));

/** A phone number or a zip by its name and by its form, which no SSN has. */
export const isPhoneOrZip = (kind: Kind | undefined, value: string): boolean =>
  value.length <= MAX_FORM_CHARS &&
  ((kind === 'phone' && PHONE.test(value)) || (kind === 'zip' && ZIP.test(value)));
