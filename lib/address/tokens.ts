/**
 * A delivery line cut into words. `word` is folded for comparison (upper case, no accents, periods or apostrophes);
 * `text` keeps HR's spelling for storage; `afterComma` marks a word that a comma or bracket sets apart from the one before.
 */
export interface Tokens {
  text: string[];
  word: string[];
  afterComma: boolean[];
}

const FRACTIONS: Record<string, string> = { '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4', '⅓': ' 1/3', '⅔': ' 2/3' };

export function tokenize(line: string): Tokens {
  const tokens: Tokens = { text: [], word: [], afterComma: [] };
  const plain = straighten(line);
  let start = -1;
  let comma = false;
  const cut = (end: number) => {
    if (start < 0) return;
    comma = pushWord(tokens, plain.slice(start, end), comma);
    start = -1;
  };
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    if (code <= 32 || code === 160) cut(at);
    else if (code === 35 /* # */) {
      cut(at);
      comma = pushWord(tokens, '#', comma);
    } else if (isSeparator(code)) {
      cut(at);
      comma = true;
    } else if (code === 46 /* . */ && start >= 0 && endsWord(plain, start, at)) {
      cut(at + 1);
    } else if (start < 0) start = at;
  }
  cut(plain.length);
  return tokens;
}

/** Leaves the first `length` words. */
export function truncate(tokens: Tokens, length: number): void {
  for (const list of [tokens.text, tokens.word, tokens.afterComma]) list.length = length;
}

/** Returns the comma flag for the next word: a word that is only punctuation leaves it as it was. */
function pushWord(tokens: Tokens, text: string, comma: boolean): boolean {
  const word = fold(text);
  if (word === '') return comma || text === '-';
  tokens.text.push(text);
  tokens.word.push(word);
  tokens.afterComma.push(comma);
  return false;
}

/** Comparison form: upper case, no accents, periods (but decimals, "39.2 RD"), apostrophes or stray hyphens at either end. */
export function fold(text: string): string {
  let word = text.toUpperCase();
  if (!isAscii(word)) word = word.normalize('NFD').replace(/\p{M}/gu, '');
  if (/[.'`’‘*]/.test(word)) word = word.replace(/\.(?!\d)|(?<!\d)\.|['`’‘*]/g, '');
  return withoutOuterHyphens(word);
}

function withoutOuterHyphens(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && word[start] === '-') start++;
  while (start < end && word[end - 1] === '-') end--;
  return end - start === word.length ? word : word.slice(start, end);
}

/** "1500-5th Ave": the hyphen joins house number and street, and is part of neither. */
const HYPHEN_BEFORE_ORDINAL = /^(\s*\d[\dA-Za-z-]*?) *- *(?=\d*(?:1st|2nd|3rd|\dth)\b)/i;

/** Vulgar fractions as digits, every dash as a hyphen, "112 - 10" as one number (Publication 28, appendix D1 and D4). */
function straighten(line: string): string {
  let plain = isAscii(line) ? line : withPlainSigns(line);
  if (plain.includes('-')) plain = plain.replace(HYPHEN_BEFORE_ORDINAL, '$1 ');
  return plain.includes(' - ') ? plain.replace(/(\d) +- +(?=\d)/g, '$1-') : plain;
}

function withPlainSigns(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[½¼¾⅓⅔]/g, (sign) => FRACTIONS[sign] ?? sign)
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/\p{Cf}/gu, '');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function isSeparator(code: number): boolean {
  return (
    code === 44 || code === 59 || code === 58 || code === 40 || code === 41 || code === 34 || code === 124
  ); // , ; : ( ) " |
}

/** "Ste.700" and "St.Louis" are two words, "P.O.Box" and "N.W." one: a period ends a word of two letters or more. */
function endsWord(line: string, start: number, period: number): boolean {
  return (
    period - start >= 2 && isLetter(line.charCodeAt(period - 1)) && isLetter(line.charCodeAt(period - 2))
  );
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
