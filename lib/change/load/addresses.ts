import type { Transaction } from '../../../db/client.ts';
import { addressesByKey } from '../../address/stored-address.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';

/** The district's addresses that the records name, by match key: those the people live at and those found by key. */
export async function loadAddresses(
  tx: Transaction,
  records: readonly StaffRecord[],
  people: Iterable<CampusPerson>,
): Promise<Map<string, Stored<'address'>>> {
  const found = new Map<string, Stored<'address'>>();
  for (const person of people)
    for (const household of person.households)
      for (const { address } of household.locations) found.set(address.matchKey, address);

  const wanted = new Set<string>();
  for (const { household } of records)
    for (const { matchKeys } of household?.householdLocations ?? [])
      for (const key of matchKeys) if (!found.has(key)) wanted.add(key);
  if (wanted.size === 0) return found;

  for (const [key, address] of await addressesByKey(tx, [...wanted])) found.set(key, address);
  return found;
}
