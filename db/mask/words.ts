/** What the longest words of a text are like. One pass, because most texts end here. */
export interface Words {
  /** Most characters of base64url side by side. */
  base64url: number;
  /** Most letters and digits side by side. */
  alphanumeric: number;
  /** Whether a word may be base64 of digits: three of them begin with M, N or O. */
  mayBeDigits: boolean;
}

const MIN_BASE64_CHARS = 12;

const ALPHANUMERIC = 1;
const OF_DIGITS = 2;
const DASH = 3;
const KINDS = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')
  KINDS[char.charCodeAt(0)] = 'MNO'.includes(char) ? OF_DIGITS : ALPHANUMERIC;
for (const char of '-_') KINDS[char.charCodeAt(0)] = DASH;

/** @param text in ASCII */
export function wordsOf(text: string): Words {
  const words = { base64url: 0, alphanumeric: 0, mayBeDigits: false };
  let base64url = 0;
  let alphanumeric = 0;
  let ofDigits = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? KINDS[text.charCodeAt(at)] : 0;
    if (kind === ALPHANUMERIC || kind === OF_DIGITS) {
      alphanumeric += 1;
      base64url += 1;
      if (kind === OF_DIGITS) ofDigits += 1;
      continue;
    }
    if (alphanumeric > words.alphanumeric) words.alphanumeric = alphanumeric;
    if (alphanumeric >= MIN_BASE64_CHARS && ofDigits > 1) words.mayBeDigits = true;
    alphanumeric = 0;
    ofDigits = 0;
    if (kind === DASH) base64url += 1;
    else {
      if (base64url > words.base64url) words.base64url = base64url;
      base64url = 0;
    }
  }
  return words;
}
