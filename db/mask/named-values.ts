import { isClientId, isPhoneOrZip, type Kind, kindOfName } from './names.ts';
import type { Span } from './spans.ts';

export interface NamedValue extends Span {
  kind: Kind;
}

const WORD =
  /ssn|social[\s_.-]?security|secret|passw|pass[\s_-]?(?:phrase|code)|pwd|token|api[\s_.-]?key|authoriz|credential|cookie|session|assertion|private[\s_.-]?key|phone|zip|client[\s_.-]?id/gi;
const MAX_NAME_CHARS = 64;
/** Between a name and its value: quotes, also escaped ones, and `:`, `=` or a tag's end. */
const LINK = /[\\"'`\]]{0,6}\s{0,8}(?::|=>?|>)(\s{0,8})/y;
const SCHEME = /(?:bearer|basic|digest|token)[\s+]{1,4}/iy;
const QUOTE = /(\\{0,3})(["'])/y;
/** A bare word in a sentence: `token: is missing`. */
const MIN_BARE_CHARS = 6;

/** Values that their name says are SSNs, secrets, phone numbers or zips: of JSON, whole or broken, forms, tags and headers. */
export function namedValues(text: string): NamedValue[] {
  const found: NamedValue[] = [];
  WORD.lastIndex = 0;
  for (let word = WORD.exec(text); word; word = WORD.exec(text)) {
    const name = nameAround(text, word.index, WORD.lastIndex);
    const kind = kindOfName(text.slice(name.from, name.to));
    LINK.lastIndex = name.to;
    const link = kind && LINK.exec(text);
    if (link) {
      const value = valueAt(text, LINK.lastIndex, { spaced: link[1] !== '' });
      const content = text.slice(value.from, value.to);
      const isNumber = kind === 'phone' || kind === 'zip';
      if (isNumber ? isPhoneOrZip(kind, content) : isHidden(text, value) && !isNamedClient(kind, content))
        found.push({ ...value, kind: kind === 'clientId' ? 'secret' : kind });
      // Names within a value that is masked whole change nothing.
      WORD.lastIndex = Math.max(WORD.lastIndex, isNumber ? name.to : value.to);
    } else WORD.lastIndex = Math.max(WORD.lastIndex, name.to);
  }
  return found;
}

const isNamedClient = (kind: Kind, value: string): boolean => kind === 'clientId' && isClientId(value);

/** Whether there is anything to mask: of what follows `Bearer`, a letter or digit, for sentences name the scheme, too. */
function isHidden(text: string, { from, to }: Span): boolean {
  const isAfterScheme = from > 0 && /[\s+]/.test(text[from - 1] as string);
  return (isAfterScheme ? /[A-Za-z\d]/ : /[^*{}[\]\s]/).test(text.slice(from, to));
}

function nameAround(text: string, from: number, to: number): Span {
  let first = from;
  while (from - first < MAX_NAME_CHARS && isOfName(text.charCodeAt(first - 1))) first -= 1;
  let last = to;
  while (last - to < MAX_NAME_CHARS && isOfName(text.charCodeAt(last))) last += 1;
  return { from: first, to: last };
}

/** A letter, a digit, `_`, `-` or `$`. */
const isOfName = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d ||
  code === 0x24;

function valueAt(text: string, at: number, { spaced }: { spaced: boolean }): Span {
  QUOTE.lastIndex = at;
  const quote = QUOTE.exec(text);
  if (quote) return contentOf(text, at, quote[0], quote[1] ?? '');
  if (text[at] === '{' || text[at] === '[') return { from: at, to: endOfNested(text, at) };
  SCHEME.lastIndex = at;
  const from = SCHEME.test(text) ? SCHEME.lastIndex : at;
  let to = from;
  while (to < text.length && !/[&,;\s"'`<>{}[\]()|]/.test(text[to] as string)) to += 1;
  const word = text.slice(from, to);
  const isNone = /^(?:null|true|false|undefined)$/.test(word);
  return isNone || (spaced && from === at && word.length < MIN_BARE_CHARS)
    ? { from, to: from }
    : { from, to };
}

/** Within the quotes. A scheme such as `Bearer` stays. */
function contentOf(text: string, at: number, quote: string, escaped: string): Span {
  const begin = at + quote.length;
  SCHEME.lastIndex = begin;
  const from = SCHEME.test(text) ? SCHEME.lastIndex : begin;
  const end = escaped ? text.indexOf(quote, begin) : endOfString(text, begin, quote);
  return { from, to: Math.max(from, end < 0 ? text.length : end) };
}

/** Where the unescaped quote is; the text's end without one. */
function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1)
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  return text.length;
}

function endOfNested(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at + 1, '"');
    else if (sign === '{' || sign === '[') depth += 1;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}
