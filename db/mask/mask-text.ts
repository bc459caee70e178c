import { digitRuns } from './digit-runs.ts';
import { namedValues } from './named-values.ts';
import type { Kind } from './names.ts';
import { plainOf } from './plain.ts';
import { secretForms } from './secret-forms.ts';
import type { Span } from './spans.ts';

const DIGIT = 1;
const SECRET = 2;

/**
 * A text that somebody sent or typed, as it may be stored or logged: without anything that may be an SSN, and without
 * secrets. A star takes the place of each digit, three stars that of a secret; all else stays as it was sent. The rule is
 * in docs/security.md. Linear in the text's length; masking twice changes nothing.
 */
export function maskText(text: string): string {
  const plain = plainOf(text);
  const named = namedValues(plain.text);
  const of = (...kinds: Kind[]) => named.filter(({ kind }) => kinds.includes(kind));
  const secrets = [...of('secret'), ...secretForms(plain.text)];
  const digits = [...of('ssn'), ...digitRuns(plain.text, of('phone', 'zip'))];
  if (secrets.length === 0 && digits.length === 0) return text;

  const marks = new Uint8Array(plain.text.length);
  for (const span of digits) markDigits(marks, plain.text, span);
  for (const { from, to } of secrets) marks.fill(SECRET, from, to);
  let masked = '';
  let copied = 0;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark) continue;
    const from = at;
    if (mark === SECRET) while (marks[at + 1] === SECRET) at += 1;
    masked +=
      text.slice(plain.sourceOf(copied), plain.sourceOf(from)) + '*'.repeat(Math.min(3, at + 1 - from));
    copied = at + 1;
  }
  return masked + text.slice(plain.sourceOf(copied));
}

function markDigits(marks: Uint8Array, text: string, { from, to }: Span): void {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) marks[at] = DIGIT;
  }
}
