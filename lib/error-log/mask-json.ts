import { maskDigits, maskNine, maskSsns } from './mask-text.ts';

/** Properties whose value may well be nine digits and no SSN. */
const NUMBERED = new Set([
  ...['staffNumber', 'schoolNumber', 'assignmentCode', 'titleCode', 'ssnLast4'],
  ...['workPhone', 'cellPhone', 'otherPhone', 'phone'],
  ...['number', 'apt', 'zip', 'locationCode', 'tract', 'block'],
]);

type Kind = 'ssn' | 'secret' | 'numbered' | 'other';

const TOKEN = /["{}[\],]|-?\d[\d.eE+-]*/g;
const COLON = /\s*:/y;

/**
 * A JSON text with its SSNs and secrets masked and all else as sent, to the blank (ERR-3). Works on the text, so that
 * what a parser would alter (names given twice, numbers' digits) stays too.
 */
export function maskJson(text: string): string {
  let masked = '';
  let copied = 0;
  let depth = 0;
  /** What the value to come belongs to, and the depth of an SSN or secret that is a whole object or list. */
  let kind: Kind = 'other';
  let within: { kind: Kind; depth: number } | undefined;

  const replace = (from: number, to: number, by: string) => {
    masked += text.slice(copied, from) + by;
    copied = to;
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const at = token.index;
    const mark = token[0];
    if (mark === '{' || mark === '[') {
      depth += 1;
      if (!within && (kind === 'ssn' || kind === 'secret')) within = { kind, depth };
      if (mark === '{') kind = 'other';
    } else if (mark === '}' || mark === ']') {
      if (within?.depth === depth) within = undefined;
      depth -= 1;
      kind = 'other';
    } else if (mark !== ',') {
      const end = mark === '"' ? endOfString(text, at) : at + mark.length;
      const content = text.slice(at, end);
      COLON.lastIndex = end;
      const isName = mark === '"' && COLON.test(text);
      replace(at, end, maskValue(content, within?.kind ?? (isName ? 'numbered' : kind)));
      if (isName) kind = kindOf(content);
      TOKEN.lastIndex = end;
    }
  }
  return masked + text.slice(copied);
}

function maskValue(content: string, kind: Kind): string {
  if (kind === 'secret') return content.startsWith('"') ? '"***"' : '***';
  if (kind === 'ssn') return content.includes('\\') ? '"***"' : maskDigits(content);
  return kind === 'numbered' ? maskSsns(content) : maskNine(content);
}

/** By the words of a property's name: `employeeSSN`, `client_secret`. */
function kindOf(quotedName: string): Kind {
  const name = unquote(quotedName);
  if (NUMBERED.has(name)) return 'numbered';
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const joined = words.join('');
  if (/secret|password|accesstoken/.test(joined)) return 'secret';
  return words.some((word) => word.startsWith('ssn')) || joined.includes('socialsecurity') ? 'ssn' : 'other';
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted;
  }
}

/** The position after the closing quote of the string that begins at `at`. */
function endOfString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote > 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}
