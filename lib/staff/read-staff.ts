import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { person as personTable } from '../../db/schema/person.ts';
import type { CampusPerson } from '../change/campus-state.ts';
import { loadPeopleWhole } from '../change/load/load-campus-state.ts';
import { readReferenceValues } from '../change/load/reference-values.ts';
import { numberShared, numberUnknown } from '../change/plan/match-person.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { staffNumberKey } from '../record/record.ts';
import type { StaffMember } from './answer.ts';
import { noMatch } from './refusal.ts';
import { STAFF_TEXTS } from './texts.ts';
import { viewStaffMember } from './view.ts';

/** Staff members by id, in the order of the ids: a handful of reads for one or a thousand. */
export async function staffMembers(
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
): Promise<StaffMember[]> {
  if (ids.length === 0) return [];
  const people = await loadPeopleWhole(ctx, tx, ids);
  return viewPeople(
    ctx,
    tx,
    ids.flatMap((id) => people.get(id) ?? []),
  );
}

/** One staff member who is known to exist. */
export async function staffMember(ctx: Context, tx: Transaction, id: string): Promise<StaffMember> {
  const [member] = await staffMembers(ctx, tx, [id]);
  if (!member) throw new NotFound(STAFF_TEXTS.gone());
  return member;
}

/** The one person with a number, who is loaded already, as an answer shows them; undefined if there are none or several. */
export async function onlyMember(
  ctx: Context,
  tx: Transaction,
  people: readonly CampusPerson[],
): Promise<StaffMember | undefined> {
  return people.length === 1 ? (await viewPeople(ctx, tx, people))[0] : undefined;
}

/** People who are loaded already, as answers show them. */
async function viewPeople(
  ctx: Context,
  tx: Transaction,
  people: readonly CampusPerson[],
): Promise<StaffMember[]> {
  const [known, updates] = await Promise.all([
    readReferenceValues(tx, codesOf(people)),
    updatesOf(tx, { ids: people.map(({ id }) => id) }),
  ]);
  const updatedAt = new Map(updates.map((row) => [row.id, row.updatedAt]));
  return people.map((person) => viewStaffMember(person, updatedAt.get(person.id) ?? ctx.now, known));
}

const updatesOf = defineQuery('when people were changed', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({ id: personTable.id, updatedAt: personTable.updatedAt })
    .from(personTable)
    .where(and(inDistrict(personTable), isOneOf(personTable.id, p.ids))),
);

function codesOf(people: Iterable<CampusPerson>) {
  const codes = {
    schools: new Set<string>(),
    genders: new Set<string>(),
    assignmentCodes: new Set<string>(),
    titles: new Set<string>(),
  };
  for (const { gender, positions } of people) {
    if (gender !== null) codes.genders.add(gender);
    for (const { schoolNumber, assignmentCode, titleCode } of positions) {
      codes.schools.add(schoolNumber);
      if (assignmentCode !== null) codes.assignmentCodes.add(assignmentCode);
      if (titleCode !== null) codes.titles.add(titleCode);
    }
  }
  return codes;
}

/** One staff member, also an incomplete one. @throws NotFound; Conflict when several people have the number */
export function readStaffMember(
  ctx: Context,
  { staffNumber }: { staffNumber: string },
): Promise<StaffMember> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    return staffMember(ctx, tx, await personWithNumber(tx, staffNumber));
  });
}

const byNumber = defineQuery('people with a staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ id: personTable.id })
    .from(personTable)
    .where(and(inDistrict(personTable), eq(personTable.staffNumberKey, p.key)))
    .orderBy(personTable.id),
);

/** @throws NotFound; Conflict when several people have the number (SYNC-7) */
export async function personWithNumber(tx: Transaction, staffNumber: string): Promise<string> {
  const people = await byNumber(tx, { key: staffNumberKey(staffNumber) });
  if (people.length > 1) throw noMatch(numberShared(staffNumber, people.length));
  if (!people[0]) throw noMatch(numberUnknown(staffNumber));
  return people[0].id;
}
