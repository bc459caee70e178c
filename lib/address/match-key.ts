import type { AddressComponents } from './components.ts';
import { compassPoint } from './directional.ts';
import { cityKey, stateKey, zipKey } from './last-line.ts';
import { parsePostOfficeBox } from './post-office-box.ts';
import { streetKey } from './street-key.ts';
import { CARDINAL_WORDS } from './tables/numerals.ts';
import { fold, tokenize } from './tokens.ts';
import { unitKey } from './unit-parts.ts';

/** Raised whenever the key of any address may change; `campus addresses rekey` then rewrites the stored ones. */
export const MATCH_KEY_VERSION = 2;

/**
 * Two addresses are the same place when their keys are equal (ADR-3): box or street line, unit, city, state, zip's first
 * five. Everything else takes no part. It does not depend on how the street line was split: the parts are joined before
 * they are compared.
 */
export function matchKey(c: AddressComponents): string {
  const place = c.postOfficeBox ? boxKey(c) : [streetLineKey(c), unitKey(c.apt)];
  const parts = [...place, cityKey(c.city), stateKey(c.state), zipKey(c.zip)];
  return `${MATCH_KEY_VERSION}|${parts.join('|')}`;
}

/**
 * What the keys of all addresses at this house number, or of this PO box, begin with, whatever the street; null for an
 * address that has neither. Sorted by key they are neighbors.
 */
export function numberPrefix(c: AddressComponents): string | null {
  const [line] = c.postOfficeBox ? boxKey(c) : [numberKey(c.number)];
  if (line === '') return null;
  return `${MATCH_KEY_VERSION}|${line}${c.postOfficeBox ? '|' : ' '}`;
}

/** The first text after all that begin with `prefix`, byte by byte. */
export const endOf = (prefix: string): string =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);

/** Box and department, whether the department was sent with the number or as the unit. */
function boxKey({ number, apt }: AddressComponents): [string, string] {
  const box = parsePostOfficeBox(tokenize(`PO Box ${number ?? ''} ${apt ?? ''}`));
  return box
    ? [`BOX ${numberKey(box.number)}`, unitKey(box.apt)]
    : [`BOX ${numberKey(number)}`, unitKey(apt)];
}

function streetLineKey(c: AddressComponents): string {
  const parts = [numberKey(c.number), pointKey(c.prefix), streetKey(c.street, c.tag), pointKey(c.direction)];
  return parts.filter((part) => part !== '').join(' ');
}

const CARDINALS = new Map(CARDINAL_WORDS.map((word, index) => [word, String(index + 1)]));

/** "838 A" is 838A, "123-1/2" is 123 1/2, "One" is 1, "N170 W20015" is one number (appendix D). */
export function numberKey(number: string | null): string {
  if (number === null) return '';
  if (/^\d+$/.test(number)) return number;
  const words = tokenize(number).word.filter((word) => word !== '#');
  return words
    .map((word) => CARDINALS.get(word) ?? word)
    .join(' ')
    .replace(/(\d)[ -]([A-Z])$/, '$1$2')
    .replace(/^(\d+)-(?=\d\/\d)/, '$1 ')
    .replace(/^([NSEW]\d+) ([NSEW]\d+)$/, '$1$2');
}

function pointKey(point: string | null): string {
  return point === null ? '' : (compassPoint(fold(point)) ?? fold(point));
}
