/** Without letters and digits that people confuse when they hear or read them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_CHARS = 5;
/** Bytes from here on would make the first signs of the alphabet more likely than the last. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** A password that nobody can guess, such as `k7xm2-p9qwe-a3zrt-v8bny` (99 bits). Runs in the browser, too. */
export const suggestPassword = (): string => Array.from({ length: GROUPS }, group).join('-');

function group(): string {
  let text = '';
  while (text.length < GROUP_CHARS) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR_BYTES) text += ALPHABET[byte % ALPHABET.length];
  }
  return text;
}
