import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, CampusState } from '../campus-state.ts';
import { todayOf } from '../plan/new-batch.ts';
import { loadAddresses } from './addresses.ts';
import { loadHouseholds } from './households.ts';
import { loadInitialIsNoChange } from './initial-is-no-change.ts';
import { loadNotices } from './notices.ts';
import { loadPeople } from './people.ts';
import { loadPositions } from './positions.ts';
import { loadReferenceValues } from './reference-values.ts';

/**
 * Everything in Campus that a batch of records touches, in a handful of set-based reads: one record or a thousand.
 * The state is as of the transaction; the district's date decides who is a member of a household now.
 */
export async function loadCampusState(
  ctx: Context,
  tx: Transaction,
  records: readonly StaffRecord[],
): Promise<CampusState> {
  const numbers = [...new Set(records.map((record) => staffNumberKey(record.staffNumber)))];
  const people = await loadPeople(ctx.keys, tx, { numbers });
  const [reference, initialIsNoChange] = await Promise.all([
    loadReferenceValues(tx, records),
    loadInitialIsNoChange(tx),
    attachRows(tx, [...people.values()], todayOf(ctx), records),
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
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, CampusPerson>> {
  const people = await loadPeople(ctx.keys, tx, { ids });
  await attachRows(tx, [...people.values()], todayOf(ctx));
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
