/** Without letters and digits that people confuse when they read them from paper or hear them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** Bytes from here on would make the first characters of the alphabet more likely than the last. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** Random groups of characters with hyphens between, such as `hq4m-x7kd-2vfe`: 4.95 bits a character. Runs in the browser, too. */
export const readableCode = (groups: number, charsPerGroup: number): string =>
  Array.from({ length: groups }, () => group(charsPerGroup)).join('-');

function group(chars: number): string {
  let text = '';
  while (text.length < chars) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < FAIR_BYTES) text += ALPHABET[byte % ALPHABET.length];
  }
  return text;
}
