import parser from 'parse-address';
import type { AddressComponents, AddressLine } from '../lib/address/components.ts';

/** The npm package parse-address in the scorer's terms, as a reference for our own; the scorer makes its key. */
export function parse(line: AddressLine): Partial<AddressComponents> | null {
  const lastLine = [line.city, [line.state, line.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const found = parser.parseLocation([line.fullStreetAddress, lastLine].filter(Boolean).join(', '));
  if (!found) return null;
  const unit = [found.sec_unit_type, found.sec_unit_num].filter(Boolean).join(' ');
  const isBox = /box/i.test(found.sec_unit_type ?? '') && !found.number;
  return {
    postOfficeBox: isBox,
    number: (isBox ? found.sec_unit_num : found.number) ?? null,
    prefix: found.prefix ?? null,
    street: found.street ?? null,
    tag: found.type ?? null,
    direction: found.suffix ?? null,
    apt: isBox ? null : unit,
    city: line.city ?? null,
    state: line.state ?? null,
    zip: line.zip ?? null,
  };
}
