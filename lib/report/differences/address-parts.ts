import type { AddressComponents } from '../../address/components.ts';

/** The parts of an address alone, in the report's order: a stored address has more columns. */
export function addressParts(address: AddressComponents): AddressComponents {
  const { postOfficeBox, number, prefix, street, tag, direction, apt, city, state, zip } = address;
  const { county, locationCode, tract, block } = address;
  const place = { postOfficeBox, number, prefix, street, tag, direction, apt, city, state, zip };
  return { ...place, county, locationCode, tract, block };
}
