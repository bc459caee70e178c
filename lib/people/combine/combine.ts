import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { combination } from '../../../db/schema/combination.ts';
import { householdMember } from '../../../db/schema/household.ts';
import { person } from '../../../db/schema/person.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { CampusChanged } from '../../change/campus-changed.ts';
import type { Change } from '../../change/change.ts';
import { currentIdentity } from '../../change/plan/identities.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { resealSsn } from '../../crypto/seal-ssn.ts';
import { Conflict } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { whyNot } from './check.ts';
import type { WholePerson } from './load.ts';
import { moveNotices, moveRecords } from './move-records.ts';
import { planCombination } from './plan.ts';
import { loadPair } from './preview.ts';
import type { Combine, Combined } from './schema.ts';
import { COMBINE_TEXTS } from './texts.ts';

interface PairIds {
  baseId: string;
  otherId: string;
}

const lockPeople = defineQuery('lock people to combine', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids)))
    .orderBy(person.id)
    .for('update'),
);
const thirdHolder = defineQuery(
  'a third person with a staff number',
  (orm, p: Params<PairIds & { key: string }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(
        and(
          inDistrict(person),
          eq(person.staffNumberKey, p.key),
          ne(person.id, p.baseId),
          ne(person.id, p.otherId),
        ),
      )
      .limit(1),
);
export const writeNumber = defineCommand(
  'write the staff number of a person',
  (orm, p: Params<{ id: string; staffNumber: string | null }>) =>
    orm
      .update(person)
      .set({ staffNumber: asStored(p.staffNumber, person.staffNumber) })
      .where(and(inDistrict(person), eq(person.id, p.id))),
);
const raiseRev = defineCommand('raise the rev of a person', (orm, p: Params<{ id: string; rev: number }>) =>
  orm
    .update(person)
    .set({ rev: asStored(p.rev, person.rev) })
    .where(and(inDistrict(person), eq(person.id, p.id))),
);
const insertCombination = defineCommand(
  'record a combination',
  (orm, p: Params<Omit<typeof combination.$inferInsert, 'districtId'>>) =>
    orm.insert(combination).values({
      districtId: DISTRICT_ID,
      id: p.id,
      baseId: p.baseId,
      otherId: p.otherId,
      otherName: p.otherName,
      otherRev: p.otherRev,
      rev: p.rev,
      moved: p.moved,
      combinedAt: p.combinedAt,
      combinedBy: p.combinedBy,
    }),
);
const raiseRevsOfHousemates = defineCommand(
  'raise the rev of the members of households',
  (orm, p: Params<PairIds & { householdIds: readonly string[] }>) =>
    orm
      .update(person)
      .set({ rev: sql`${person.rev} + 1` })
      .where(
        and(
          inDistrict(person),
          ne(person.id, p.baseId),
          ne(person.id, p.otherId),
          inArray(
            person.id,
            orm
              .select({ personId: householdMember.personId })
              .from(householdMember)
              .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.householdIds))),
          ),
        ),
      ),
);

/**
 * Makes two people one (CMB-1): all that is the other's becomes the base's, and the other is gone. One transaction,
 * set-based, journaled with before-images at the base person, audited.
 * @throws NotFound; Conflict when it can't be done this way round, or when one of them changed since the preview
 */
export const combinePeople = (ctx: Context, pair: Combine): Promise<Combined> =>
  ctx.db
    .inDistrict(ctx.district.id, async (tx) => {
      // Locks first, in the order of the ids: from here on nobody else can change either person.
      await lockPeople(tx, { ids: [pair.baseId, pair.otherId] });
      const { base, other } = await loadPair(ctx, tx, pair);
      const refused = whyNot(base, other);
      if (refused) throw new Conflict(refused);
      if (base.rev !== pair.baseRev || other.rev !== pair.otherRev) throw changedMeanwhile();
      return { personId: base.id, combinationId: await combine(ctx, tx, base, other) };
    })
    .catch((error) => {
      throw error instanceof CampusChanged ? changedMeanwhile() : error;
    });

const changedMeanwhile = () => new Conflict(COMBINE_TEXTS.changedMeanwhile());

async function combine(
  ctx: Context,
  tx: Transaction,
  base: WholePerson,
  other: WholePerson,
): Promise<string> {
  const id = ctx.newId();
  const staffNumber = base.staffNumber?.trim() || (other.staffNumber ?? '');
  const changes = planCombination(base, other, {
    today: todayOf(ctx),
    // In transit, as the writer of people takes it: for the number that the base will have.
    reseal: (ssn) =>
      resealSsn(
        ctx.keys,
        ssn,
        ssnOfPerson(tx.districtId, other.id),
        ssnInTransit(tx.districtId, staffNumber),
      ),
  });
  const notices = await moveNotices(tx, base.id, other.id);
  if (takesNumber(changes)) await giveNumberUp(tx, base, other);
  // The base's journal will have the other's entries too: the combination comes after all of them.
  const rev = Math.max(base.rev, other.rev);
  if (rev > base.rev) await raiseRev(tx, { id: base.id, rev });
  await applyPlans(tx, writerOf(ctx, 'combine'), [{ personId: base.id, rev, staffNumber, changes }]);
  const { lastName, firstName } = currentIdentity(other) ?? { lastName: '', firstName: '' };
  await insertCombination(tx, {
    id,
    baseId: base.id,
    otherId: other.id,
    otherName: `${lastName}, ${firstName}`,
    otherRev: other.rev,
    rev: rev + 1,
    moved: { ...(await moveRecords(tx, base.id, other.id)), notices },
    combinedAt: ctx.now,
    combinedBy: ctx.actor.name,
  });
  await outdateHousemates(tx, base, other);
  await recordAudit(ctx, tx, {
    action: 'person.combine',
    target: base.id,
    detail: { combined: other.id, changes: changes.length },
  });
  return id;
}

/** The base has no number and takes over the other's. */
const takesNumber = (changes: readonly Change[]): boolean =>
  changes.some(
    (change) =>
      change.table === 'person' &&
      change.op === 'update' &&
      change.before.staffNumber !== change.after.staffNumber,
  );

/** Frees the number before the base claims it. Nobody else may hold it either (STAFF-1). */
async function giveNumberUp(tx: Transaction, base: WholePerson, other: WholePerson): Promise<void> {
  const key = staffNumberKey(other.staffNumber ?? '');
  if (await thirdHolder.first(tx, { key, baseId: base.id, otherId: other.id }))
    throw new Conflict(COMBINE_TEXTS.numberIsShared(other.staffNumber?.trim() ?? ''));
  await writeNumber(tx, { id: other.id, staffNumber: null });
}

/** Housemates of the other person may now live with fewer people, so plans made for them must be made again. */
export async function outdateHousemates(
  tx: Transaction,
  base: Pick<WholePerson, 'id'>,
  other: Pick<WholePerson, 'id' | 'memberships'>,
): Promise<void> {
  const households = other.memberships.map(({ householdId }) => householdId);
  if (households.length === 0) return;
  await raiseRevsOfHousemates(tx, { householdIds: households, baseId: base.id, otherId: other.id });
}
