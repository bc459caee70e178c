import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, householdMember } from '../../db/schema/household.ts';
import { person } from '../../db/schema/person.ts';
import { applyPlans } from '../change/apply/apply-plans.ts';
import { writers } from '../change/apply/row-writers.ts';
import { CampusChanged } from '../change/campus-changed.ts';
import type { ChangeOf } from '../change/change.ts';
import { writerOf } from '../change/writer.ts';
import type { Context } from '../context.ts';

export type LocationChange = ChangeOf<'householdLocation'>;

const lockPeople = defineQuery(
  'lock who is or was in households',
  (orm, p: Params<{ householdIds: readonly string[] }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(
        and(
          inDistrict(person),
          inArray(
            person.id,
            orm
              .select({ id: householdMember.personId })
              .from(householdMember)
              .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.householdIds))),
          ),
        ),
      )
      .orderBy(person.id)
      .for('update'),
);

const lockById = defineQuery('lock addresses', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({ id: address.id })
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.id, p.ids)))
    .orderBy(address.id)
    .for('update'),
);

const membersOf = defineQuery(
  'members of households with their rev',
  (orm, p: Params<{ householdIds: readonly string[] }>) =>
    orm
      .select({
        householdId: householdMember.householdId,
        id: person.id,
        rev: person.rev,
        staffNumber: person.staffNumber,
      })
      .from(householdMember)
      .innerJoin(person, and(inDistrict(person), eq(person.id, householdMember.personId)))
      .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.householdIds)))
      .orderBy(person.id),
);

/**
 * Locks everyone who is or was in these households, in the order of their ids: until the transaction ends nobody else
 * changes where they live. People are locked before addresses, as in every write of HR's.
 */
export async function lockMembers(tx: Transaction, householdIds: readonly string[]): Promise<Set<string>> {
  return new Set((await lockPeople(tx, { householdIds })).map(({ id }) => id));
}

/** Locks addresses, in the order of their ids, against locations that others are about to write. */
export const lockAddresses = (tx: Transaction, ids: readonly string[]): Promise<unknown> =>
  lockById(tx, { ids });

/**
 * Writes locations by the path of every change: in the plan, the journal and the `rev` of each member of their households.
 * @throws CampusChanged when a household has a member who is not `locked`
 */
export async function changeLocations(
  ctx: Context,
  tx: Transaction,
  changes: readonly LocationChange[],
  locked: ReadonlySet<string>,
): Promise<void> {
  const byHousehold = Map.groupBy(changes, ({ before, after }) => (after ?? before)?.householdId as string);
  const members = await membersOf(tx, { householdIds: [...byHousehold.keys()] });
  if (members.some(({ id }) => !locked.has(id))) throw new CampusChanged('somebody moved into the household');
  const plans = [...Map.groupBy(members, ({ id }) => id)].map(([personId, memberships]) => {
    const [{ rev, staffNumber }] = memberships as [(typeof memberships)[number]];
    const own = memberships.flatMap(({ householdId }) => byHousehold.get(householdId) ?? []);
    return { personId, rev, staffNumber: staffNumber ?? '', changes: own };
  });
  await applyPlans(tx, writerOf(ctx, 'merge'), plans);
  const inhabited = new Set(members.map(({ householdId }) => householdId));
  await writeEmpty(
    tx,
    [...byHousehold].flatMap(([householdId, own]) => (inhabited.has(householdId) ? [] : own)),
  );
}

/** Of households without a single member, which nobody's journal tells of. */
async function writeEmpty(tx: Transaction, changes: readonly LocationChange[]): Promise<void> {
  const rows = (op: 'insert' | 'update') =>
    changes.flatMap((change) =>
      change.op === op && change.after ? [{ id: change.id, ...change.after }] : [],
    );
  await writers.householdLocation.update(tx, rows('update'));
  await writers.householdLocation.insert(tx, rows('insert'));
  await writers.householdLocation.remove(
    tx,
    changes.flatMap(({ op, id }) => (op === 'delete' ? [id] : [])),
  );
}
