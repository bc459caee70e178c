/** What hides a digit or a sign from a search of ASCII: another script, percent-encoding (also repeated), an escape. */
const HIDDEN =
  /(?:%(?:25)*[0-9a-f]{2})+|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|&#(?:x[0-9a-f]{1,6}|\d{1,7});|[^\0-\x7f]/giu;
const ENCODED = /%(?:25)*([0-9a-f]{2})/gi;

/** A text in ASCII to search in. Each character stands for a piece of the source. */
export interface Plain {
  text: string;
  /** Where in the source the character begins. The text's length has the source's length. */
  sourceOf(at: number): number;
}

/**
 * A text as ASCII: what is encoded is decoded, each digit of any script is an ASCII digit, each other letter is `x` and
 * each other sign one sign.
 */
export function plainOf(source: string): Plain {
  if (source.search(HIDDEN) < 0) return { text: source, sourceOf: (at) => at };
  const starts = new Uint32Array(source.length + 1);
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  const put = (text: string, from: number, step: 0 | 1) => {
    for (let i = 0; i < text.length; i += 1) starts[length + i] = from + i * step;
    parts.push(text);
    length += text.length;
  };
  for (const match of source.matchAll(HIDDEN)) {
    const [hidden] = match;
    put(source.slice(copied, match.index), copied, 1);
    if (hidden.startsWith('%'))
      for (const { char, at } of decoded(hidden)) put(ascii(char), match.index + at, 0);
    else put(ascii(charOf(hidden)), match.index, 0);
    copied = match.index + hidden.length;
  }
  put(source.slice(copied), copied, 1);
  starts[length] = source.length;
  return { text: parts.join(''), sourceOf: (at) => starts[at] ?? source.length };
}

function charOf(hidden: string): string {
  const code = /^(?:\\[ux]|&#x)([0-9a-f]+)/i.exec(hidden)?.[1];
  const decimal = /^&#(\d+)/.exec(hidden)?.[1];
  const point = code ? Number.parseInt(code, 16) : decimal ? Number(decimal) : hidden.codePointAt(0);
  return point === undefined || point > 0x10ffff ? '?' : String.fromCodePoint(point);
}

/** The characters of percent-encoded UTF-8; of bytes that are none, each byte's. */
function* decoded(encoded: string): Generator<{ char: string; at: number }> {
  const bytes = [...encoded.matchAll(ENCODED)].map(({ 1: hex = '', index }) => ({
    byte: Number.parseInt(hex, 16),
    at: index,
  }));
  for (let i = 0; i < bytes.length; ) {
    const { byte, at } = bytes[i] as (typeof bytes)[number];
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    const char = Buffer.from(bytes.slice(i, i + size).map((one) => one.byte)).toString();
    const whole = size > 1 && [...char].length === 1 && char !== '\u{fffd}';
    yield { char: whole ? char : String.fromCharCode(byte), at };
    i += whole ? size : 1;
  }
}

/** One ASCII character for one of Unicode. Full-width letters keep their meaning, so that a name in them is found, too. */
function ascii(char: string): string {
  if (char <= '\x7f') return char;
  const known = asciiOf.get(char);
  if (known) return known;
  const made = toAscii(char);
  if (asciiOf.size < MAX_KNOWN) asciiOf.set(char, made);
  return made;
}

/** The letters of a district's names. */
const MAX_KNOWN = 1_000;
const asciiOf = new Map<string, string>();

function toAscii(char: string): string {
  if (/[\p{Nd}\p{No}]/u.test(char)) return '0';
  const simple = char.normalize('NFKC');
  if (/^[\0-\x7f]$/.test(simple)) return simple;
  return /\p{L}/u.test(char) ? 'x' : '\x01';
}
