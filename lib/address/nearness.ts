import { editDistance } from '../text/edit-distance.ts';
import type { AddressComponents } from './components.ts';
import { compassPoint } from './directional.ts';
import { cityKey, stateKey, zipKey } from './last-line.ts';
import { numberKey } from './match-key.ts';
import { streetKey } from './street-key.ts';
import { suffixOf } from './suffix.ts';
import { fold } from './tokens.ts';
import { unitKey } from './unit-parts.ts';

/** An address by the parts that its match key joins, each in its normal form; '' for none. */
export interface ComparedAddress {
  postOfficeBox: boolean;
  number: string;
  prefix: string;
  name: string;
  tag: string;
  direction: string;
  unit: string;
  city: string;
  state: string;
  zip: string;
}

export function comparedAddress(c: AddressComponents): ComparedAddress {
  const words = streetKey(c.street, c.tag).split(' ');
  const suffix = words.length > 1 ? suffixOf(words.at(-1)) : undefined;
  return {
    postOfficeBox: c.postOfficeBox,
    number: numberKey(c.number),
    prefix: point(c.prefix),
    name: (suffix ? words.slice(0, -1) : words).join(' '),
    tag: suffix?.standard ?? '',
    direction: point(c.direction),
    unit: unitKey(c.apt),
    city: cityKey(c.city),
    state: stateKey(c.state),
    zip: zipKey(c.zip),
  };
}

const point = (text: string | null): string =>
  text === null ? '' : (compassPoint(fold(text)) ?? fold(text));

export interface Nearness {
  /** 0 to 1; two addresses with one match key are not near but the same. */
  score: number;
  /** What differs, in words: "another tag (AVE, not ST)". */
  differences: string[];
}

/** From here on an address is worth showing beside another one. */
export const NEAR = 0.5;

/**
 * How near two addresses are: the same number or box, and a street that is the same but for its tag, direction or unit, or
 * for a letter or two of its name. What one of them lacks counts less than what they say otherwise: "100 Main" may well
 * be 100 Main St, while 100 N Main St and 100 S Main St are two doors. Null when they are not near.
 */
export function nearness(a: ComparedAddress, b: ComparedAddress): Nearness | null {
  if (a.postOfficeBox !== b.postOfficeBox || a.number !== b.number) return null;
  if (a.state !== '' && b.state !== '' && a.state !== b.state) return null;
  const found: Difference[] = [];
  const name = nameDifference(a.name, b.name);
  if (name === null) return null;
  if (name) found.push(name);
  const tag = difference('tag', a.tag, b.tag, { lacking: 0.08, other: 0.25 });
  const unit = difference('unit', a.unit, b.unit, { lacking: 0.15, other: 0.3 });
  const city = difference('city', a.city, b.city, { lacking: 0.05, other: a.zip === b.zip ? 0.1 : 0.4 });
  const zip = difference('zip', a.zip, b.zip, { lacking: 0.03, other: 0.15 });
  for (const one of [tag, directionDifference(a, b), unit, city, zip]) if (one) found.push(one);
  const score = Math.round((1 - found.reduce((sum, { costs }) => sum + costs, 0)) * 100) / 100;
  return score < NEAR ? null : { score, differences: found.map(({ text }) => text) };
}

interface Difference {
  costs: number;
  text: string;
}

function difference(
  what: string,
  a: string,
  b: string,
  costs: { lacking: number; other: number },
): Difference | null {
  if (a === b) return null;
  if (a === '' || b === '') return { costs: costs.lacking, text: `${what} ${a || b} in one only` };
  return { costs: costs.other, text: `another ${what} (${b}, not ${a})` };
}

/**
 * Parts of a name of which any that is near it holds at least one, so that most others need no closer look: a slip breaks
 * two at most, where it swaps the letters between them.
 */
export function nameParts(name: string): string[] {
  const parts = 2 * allowedSlips(name) + 1;
  const size = name.length / parts;
  return Array.from({ length: parts }, (_, i) =>
    name.slice(Math.floor(i * size), Math.floor((i + 1) * size)),
  );
}

/** Two letters may be wrong in a name of up to so many, and one up to `MAX_SLIPPED_CHARS`; no street has a longer name. */
const MAX_TWICE_SLIPPED_CHARS = 24;
const MAX_SLIPPED_CHARS = 40;

/**
 * Numbered and lettered streets lie side by side: 42nd is not a slip for 43rd, nor Avenue B for Avenue C. Nor are short
 * names slips of one another. Of long texts, which only somebody who means harm stores, slips would cost seconds and gigabytes.
 */
function allowedSlips(name: string): 0 | 1 | 2 {
  if (name.length < 4 || name.length > MAX_SLIPPED_CHARS || /\d|\b[A-Z]\b/.test(name)) return 0;
  return name.length < 8 || name.length > MAX_TWICE_SLIPPED_CHARS ? 1 : 2;
}

/** What is left of a name when up to its allowed slips of letters are left out: names that are near share at least one. */
export function slipKeys(name: string): Set<string> {
  const keys = new Set([name]);
  for (let slips = allowedSlips(name); slips > 0; slips -= 1)
    for (const key of [...keys])
      for (let at = 0; at < key.length; at += 1) keys.add(key.slice(0, at) + key.slice(at + 1));
  return keys;
}

/** Undefined when the names are one, null when they are too far apart for a slip of the pen. */
function nameDifference(a: string, b: string): Difference | null | undefined {
  if (a === b) return undefined;
  const allowed = Math.min(allowedSlips(a), allowedSlips(b));
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return null;
  const distance = editDistance(a, b, allowed);
  if (distance > allowed) return null;
  return { costs: 0.1 * distance, text: `street spelled otherwise (${b}, not ${a})` };
}

/** A point before the name and the same one after it are nearly one: "100 N Main St", "100 Main St N". */
function directionDifference(a: ComparedAddress, b: ComparedAddress): Difference | null {
  if (a.prefix === b.prefix && a.direction === b.direction) return null;
  const [mine, theirs] = [a, b].map(({ prefix, direction }) => [prefix, direction].filter(Boolean).join(' '));
  if (mine === theirs) return { costs: 0.05, text: `direction ${mine} on the other side of the name` };
  return difference('direction', mine ?? '', theirs ?? '', { lacking: 0.12, other: 0.35 });
}
