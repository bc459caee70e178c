import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { combination } from '../../../db/schema/combination.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { person } from '../../../db/schema/person.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { alignSsns } from '../../change/align-ssns.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { decodeChange, type EncodedChange } from '../../change/journal-format.ts';
import { hasCampusChanged } from '../../change/retry.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { resealSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { outdateHousemates, writeNumber } from './combine.ts';
import { loadWhole } from './load.ts';
import { giveRecordsBack } from './move-records.ts';
import { planSeparation } from './plan-separation.ts';
import { COMBINE_TEXTS, COMBINE_WHY } from './texts.ts';

const combinationById = defineQuery('a combination, locked', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      id: combination.id,
      baseId: combination.baseId,
      otherId: combination.otherId,
      otherRev: combination.otherRev,
      rev: combination.rev,
      moved: combination.moved,
      undoneAt: combination.undoneAt,
    })
    .from(combination)
    .where(and(inDistrict(combination), eq(combination.id, p.id)))
    .for('update'),
);
const lockPerson = defineQuery('lock a person', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), eq(person.id, p.id)))
    .for('update'),
);
const entryAt = defineQuery(
  'the journal entry of a combination',
  (orm, p: Params<{ baseId: string; rev: number }>) =>
    orm
      .select({ changes: changeJournal.changes })
      .from(changeJournal)
      .where(
        and(
          inDistrict(changeJournal),
          eq(changeJournal.personId, p.baseId),
          eq(changeJournal.rev, p.rev),
          eq(changeJournal.origin, 'combine'),
        ),
      ),
);
/** The first change of a person after a revision. */
const changeSince = defineQuery(
  'the first change of a person since',
  (orm, p: Params<{ baseId: string; rev: number }>) =>
    orm
      .select({ actor: changeJournal.actor, at: changeJournal.occurredAt })
      .from(changeJournal)
      .where(
        and(inDistrict(changeJournal), eq(changeJournal.personId, p.baseId), gt(changeJournal.rev, p.rev)),
      )
      .orderBy(asc(changeJournal.rev))
      .limit(1),
);
const otherHolder = defineQuery(
  'another holder of a staff number',
  (orm, p: Params<{ key: string; baseId: string }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(and(inDistrict(person), eq(person.staffNumberKey, p.key), ne(person.id, p.baseId)))
      .limit(1),
);
const markUndone = defineCommand(
  'mark a combination as undone',
  (orm, p: Params<{ id: string; undoneAt: Date; undoneBy: string }>) =>
    orm
      .update(combination)
      .set({
        undoneAt: asStored(p.undoneAt, combination.undoneAt),
        undoneBy: asStored(p.undoneBy, combination.undoneBy),
      })
      .where(and(inDistrict(combination), eq(combination.id, p.id), isNull(combination.undoneAt))),
);

/**
 * Undoes a combination: both people are as they were before, with their journal and results, under their own ids (CMB-3).
 * Only while nobody has edited its outcome: HR's calls and commits count as edits, too.
 * @throws NotFound; Conflict when it is undone already, or when its outcome was edited since
 */
export const undoCombination = (
  ctx: Context,
  { id }: { id: string },
): Promise<{ baseId: string; otherId: string }> =>
  ctx.db
    .inDistrict(ctx.district.id, (tx) => undo(ctx, tx, id))
    .catch((error) => {
      throw hasCampusChanged(error) ? edited() : error;
    });

async function undo(ctx: Context, tx: Transaction, id: string) {
  const found = await combinationById.first(tx, { id });
  if (!found) throw new NotFound(COMBINE_TEXTS.noSuchCombination());
  if (found.undoneAt) throw new Conflict(COMBINE_TEXTS.undoneAlready());
  const { baseId, otherId } = found;
  await lockPerson(tx, { id: baseId });
  const base = (await loadWhole(ctx, tx, [baseId])).get(baseId);
  const entry = await entryAt.first(tx, found);
  const since = await changeSince.first(tx, found);
  if (!base || !entry || since) throw edited(since?.actor);

  const changes = (entry.changes as EncodedChange[]).map(decodeChange);
  alignSsns(ctx.keys, tx.districtId, changes, [base]);
  const separation = planSeparation(base, changes, {
    why: COMBINE_WHY.undone(ctx.actor.name),
    reseal: (ssn, number) =>
      resealSsn(ctx.keys, ssn, ssnOfPerson(tx.districtId, otherId), ssnInTransit(tx.districtId, number)),
  });
  if (!separation) throw edited();
  const number = separation.other.staffNumber ?? '';
  const key = staffNumberKey(number);
  if (key !== '' && (await otherHolder.first(tx, { key, baseId })))
    throw new Conflict(COMBINE_TEXTS.numberTakenSince(number.trim()));
  // The other claims the number before the base's row is written without it, or with it where both had it (CHK-1).
  const sharesNumber = key !== '' && key === staffNumberKey(base.staffNumber ?? '');
  if (sharesNumber) await writeNumber(tx, { id: baseId, staffNumber: null });
  await applyPlans(tx, writerOf(ctx, 'combine'), [
    { personId: otherId, rev: found.otherRev, staffNumber: number, changes: separation.restored },
    {
      personId: baseId,
      rev: base.rev,
      staffNumber: separation.baseNumber ?? '',
      changes: separation.given,
    },
  ]);
  if (sharesNumber) await writeNumber(tx, { id: baseId, staffNumber: separation.baseNumber });
  await giveRecordsBack(tx, otherId, found.moved);
  await outdateHousemates(tx, base, { id: otherId, memberships: base.memberships });
  if ((await markUndone(tx, { id, undoneAt: ctx.now, undoneBy: ctx.actor.name })) !== 1) throw edited();
  await recordAudit(ctx, tx, {
    action: 'person.undo-combine',
    target: baseId,
    detail: { restored: otherId },
  });
  return { baseId, otherId };
}

const edited = (actor?: string) => new Conflict(COMBINE_TEXTS.editedSince(actor));
