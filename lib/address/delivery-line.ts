import type { AddressComponents } from './components.ts';
import type { Tokens } from './tokens.ts';

/** The part of an address that its delivery line says (Publication 28, section 231). */
export type DeliveryLine = Pick<
  AddressComponents,
  'postOfficeBox' | 'number' | 'prefix' | 'street' | 'tag' | 'direction' | 'apt'
>;

/** The words from `from` up to but without `to`, as HR spelled them; null when there is none. */
export function textOf(tokens: Tokens, from: number, to: number): string | null {
  if (from >= to) return null;
  if (to === from + 1) return tokens.text[from] ?? null;
  return tokens.text.slice(from, to).join(' ');
}

/** A line that is no address of any form (ADR-7). */
export function wholeAsStreet(street: string | null): DeliveryLine {
  return { postOfficeBox: false, number: null, prefix: null, street, tag: null, direction: null, apt: null };
}

/** One after the other, null when there is none. */
export function joinTexts(...texts: readonly (string | null)[]): string | null {
  return texts.filter((text) => text !== null && text !== '').join(' ') || null;
}

/** Without blanks around and more than one within; null when nothing is left. */
export function trimmed(value: string | null | undefined): string | null {
  const text = value?.trim();
  if (!text) return null;
  return ODD_BLANKS.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Most texts have none of them. */
const ODD_BLANKS = /\s\s|[^\S ]/;
