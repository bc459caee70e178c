import type { FieldError } from '../failure.ts';
import { count } from '../text/numbers.ts';

/** About what a page of the PDF holds of one entry. */
const MAX_CHARS = 2_000;

/**
 * What was wrong, in the message itself: each value's fault with its place and staff member, as many as fit, then "and N
 * more" (ERR-1). An exported PDF is what a district sends to its vendor.
 */
export function detailedMessage(message: string, errors: readonly FieldError[]): string {
  const faults = new Set(errors.filter((error) => !message.includes(error.message)).map(fault));
  let text = message;
  for (const [i, one] of [...faults].entries()) {
    if (i > 0 && text.length + one.length > MAX_CHARS) return `${text} And ${count(faults.size - i)} more.`;
    text += ` ${one}`;
  }
  return text;
}

const fault = ({ pointer, staffNumber, message }: FieldError): string =>
  [staffNumber, pointer]
    .filter(Boolean)
    .join(' ')
    .concat(staffNumber || pointer ? ': ' : '', message);
