import type { Transaction } from '../../../db/client.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, CampusState } from '../campus-state.ts';
import { loadAddresses } from './addresses.ts';
import { loadHouseholds } from './households.ts';
import { loadInitialIsNoChange } from './initial-is-no-change.ts';
import { loadNotices } from './notices.ts';
import { loadPeople } from './people.ts';
import { loadPositions } from './positions.ts';
import { loadReferenceValues } from './reference-values.ts';

/**
 * Everything in Campus that a batch of records touches, in a handful of set-based reads: one record or a thousand.
 * The state is as of the transaction; `today` (`YYYY-MM-DD`) decides who is a member of a household now.
 */
export async function loadCampusState(
  tx: Transaction,
  records: readonly StaffRecord[],
  today: string,
): Promise<CampusState> {
  const numbers = [...new Set(records.map((record) => staffNumberKey(record.staffNumber)))];
  const people = await loadPeople(tx, { numbers });
  const [reference, initialIsNoChange] = await Promise.all([
    loadReferenceValues(tx, records),
    loadInitialIsNoChange(tx),
    attachRows(tx, [...people.values()], today, records),
  ]);
  const byNumber = Map.groupBy(people.values(), (person) => staffNumberKey(person.staffNumber ?? ''));
  const addresses = await loadAddresses(tx, records, people.values());
  return { people: byNumber, addresses, reference, initialIsNoChange };
}

/** Everyone in Campus with a record's staff number. */
export const peopleOf = (state: CampusState, { staffNumber }: { staffNumber: string }): CampusPerson[] =>
  state.people.get(staffNumberKey(staffNumber)) ?? [];

/** People of the district by id, whole: what a person page or an answer shows. */
export async function loadPeopleWhole(
  tx: Transaction,
  ids: readonly string[],
  today: string,
): Promise<Map<string, CampusPerson>> {
  const people = await loadPeople(tx, { ids });
  await attachRows(tx, [...people.values()], today);
  return people;
}

/** Reads positions (with links where `records` might remove them), households and notices into the people. */
async function attachRows(
  tx: Transaction,
  people: CampusPerson[],
  today: string,
  records?: readonly StaffRecord[],
) {
  if (people.length === 0) return;
  const byId = new Map(people.map((person) => [person.id, person]));
  await Promise.all([
    loadPositions(tx, byId, records),
    loadHouseholds(tx, byId, today),
    loadNotices(tx, byId),
  ]);
}
