import { legible } from '../../text/legible.ts';

/** In which order a column has whole names: `Brown, Ann M` or `Ann M Brown`. */
export const NAME_ORDERS = ['lastFirst', 'firstLast'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

/** The order of a column that is one of WHOLE_NAMES. */
export const orderOf = (property: string | null): NameOrder | undefined =>
  NAME_ORDERS.find((order) => property === `fullName.${order}`);

export interface NameParts {
  lastName: string;
  firstName: string;
  middleName: string;
}

/** Campus has no field for them, so they stay with the last name. */
const SUFFIX = /^(jr|sr|jnr|snr|junior|senior|ii|iii|iv|2nd|3rd|4th|5th)\.?$/i;
/** Behind a comma these are suffixes, too; else V is rather an initial. */
const SUFFIX_ALONE =
  /^(jr|sr|jnr|snr|junior|senior|i|ii|iii|iv|v|vi|2nd|3rd|4th|5th|esq|md|m\.d|phd|ph\.d)\.?$/i;
const TITLE = /^(mr|mrs|ms|mx|miss|dr|rev|prof|hon|sr|sra|fr)\.?$/i;
/** Small words that belong to the last name behind them. */
const PARTICLE =
  /^(de|del|dela|della|der|den|des|di|da|do|dos|das|du|la|las|le|los|van|von|vom|zu|zum|ten|ter|af|av|bin|ibn|al|el|st\.?|san|santa|y)$/i;

/**
 * A whole name as its parts: the first word of the given names is the first name, the others are the middle name. A suffix
 * such as Jr. or III stays with the last name, a title with the first. Nothing of the name is lost. Pure.
 * @returns undefined for a name of one part, and for one without the comma that *Last, First* has
 */
export function splitName(name: string, order: NameOrder): NameParts | undefined {
  const text = legible(name).replace(/\s+/g, ' ');
  const [first = '', ...others] = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const suffixes = others.filter((part) => SUFFIX_ALONE.test(part));
  const given = others.filter((part) => !SUFFIX_ALONE.test(part));
  if (given.length === 0 && order === 'lastFirst') return undefined;
  const parts = given.length > 0 ? lastFirst(first, given.join(' '), suffixes) : firstLast(first, suffixes);
  return parts.lastName && parts.firstName ? parts : undefined;
}

function lastFirst(last: string, given: string, suffixes: readonly string[]): NameParts {
  const words = given.split(' ');
  const own = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.splice(-1) : [];
  return partsOf(join(last, [...own, ...suffixes]), words);
}

function firstLast(name: string, suffixes: readonly string[]): NameParts {
  const words = name.split(' ');
  const own = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.splice(-1) : [];
  let at = Math.max(words.length - 1, 0);
  while (at > 1 && PARTICLE.test(words[at - 1] ?? '')) at -= 1;
  return partsOf(join(words.slice(at).join(' '), [...own, ...suffixes]), words.slice(0, at));
}

function partsOf(lastName: string, given: readonly string[]): NameParts {
  const first = given.length > 1 && TITLE.test(given[0] ?? '') ? 2 : 1;
  return {
    lastName,
    firstName: given.slice(0, first).join(' '),
    middleName: given.slice(first).join(' '),
  };
}

const join = (last: string, suffixes: readonly string[]): string => [last, ...suffixes].join(' ');
