import type { AddressComponents } from '../../address/components.ts';
import { formatStreetLine } from '../../address/format.ts';
import type { PersonEntry } from './leads.ts';
import { linesOf } from './lines.ts';
import type { AddressItem, Line } from './schema.ts';

const HOUSEHOLD = ['householdName', 'householdPhone'];

/** The household's name and phone, old and new. */
export const householdLines = (entry: PersonEntry): Line[] =>
  linesOf({ ...entry, fields: entry.fields.filter((field) => HOUSEHOLD.includes(field)) });

/** An address of a new person. */
export const broughtAddress = (address: AddressComponents, isNew: boolean): AddressItem => ({
  kind: 'added',
  isNew,
  before: null,
  after: inOneLine(address),
  lines: [],
});

export function addressItem(entry: PersonEntry): AddressItem[] {
  const [campus, hr] = [entry.campus, entry.hr] as unknown as [
    AddressComponents | null,
    AddressComponents | null,
  ];
  if (!hr || !('zip' in hr)) return [];
  const after = inOneLine(hr);
  if (!entry.counted) return [{ kind: 'ignored', isNew: false, before: null, after, lines: [] }];
  const before = campus && inOneLine(campus);
  if (entry.fields.includes('address')) return [{ kind: 'added', isNew: false, before, after, lines: [] }];
  return [{ kind: 'changed', isNew: false, before, after, lines: linesOf(entry) }];
}

/** `4321 Lexington Ave Apt 5, Blaine MN 55123`. */
const inOneLine = (address: AddressComponents): string =>
  [formatStreetLine(address), [address.city, address.state, address.zip].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
