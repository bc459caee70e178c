import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { address, addressDecision, householdMember } from '../../db/schema/household.ts';
import { identity } from '../../db/schema/person.ts';
import { formatStreetLine } from '../address/format.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { locationsById } from '../change/load/own-rows.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { changeLocations, type LocationChange, lockAddresses, lockMembers } from './apply-decision.ts';
import { emptyDetails } from './details.ts';
import { withdrawNotices } from './notify-hr.ts';
import { addressesById, deciding, type PairAddress } from './pair.ts';
import { type MergeRecord, planUndo } from './plan.ts';
import type { Undone } from './schema.ts';
import { ADDRESS_TEXTS, ADDRESS_WHY } from './texts.ts';

const decisionById = defineQuery('a decision on addresses', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      kind: addressDecision.kind,
      firstId: addressDecision.firstId,
      secondId: addressDecision.secondId,
      before: sql<MergeRecord | null>`${addressDecision.before}`,
      undoneAt: addressDecision.undoneAt,
    })
    .from(addressDecision)
    .where(and(inDistrict(addressDecision), eq(addressDecision.id, p.id))),
);
const markUndone = defineCommand(
  'mark a decision on addresses undone',
  (orm, p: Params<{ id: string; at: Date; by: string }>) =>
    orm
      .update(addressDecision)
      .set({
        undoneAt: asStored(p.at, addressDecision.undoneAt),
        undoneBy: asStored(p.by, addressDecision.undoneBy),
      })
      .where(
        and(inDistrict(addressDecision), eq(addressDecision.id, p.id), isNull(addressDecision.undoneAt)),
      ),
);
const unmerge = defineCommand('an address is no longer merged', (orm, p: Params<{ id: string }>) =>
  orm
    .update(address)
    .set({ mergedInto: null })
    .where(and(inDistrict(address), eq(address.id, p.id))),
);
const leadBack = defineCommand(
  'lead merged addresses back',
  (orm, p: Params<{ ids: readonly string[]; keptId: string; droppedId: string }>) =>
    orm
      .update(address)
      .set({ mergedInto: asStored(p.droppedId, address.mergedInto) })
      .where(and(inDistrict(address), isOneOf(address.id, p.ids), eq(address.mergedInto, p.keptId))),
);
const currentNames = defineQuery(
  'current names of the members of households',
  (orm, p: Params<{ householdIds: readonly string[] }>) =>
    orm
      .selectDistinct({
        id: householdMember.personId,
        lastName: identity.lastName,
        firstName: identity.firstName,
        middleName: identity.middleName,
      })
      .from(householdMember)
      .innerJoin(
        identity,
        and(inDistrict(identity), eq(identity.personId, householdMember.personId), identity.current),
      )
      .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.householdIds)))
      .orderBy(identity.lastName, identity.firstName, householdMember.personId),
);

/**
 * Takes a decision back. Of a merge: the dropped address is separate again, and every location that nobody edited
 * since goes back to it; the others stay, and the answer says whose. Journaled and audited.
 * @throws NotFound; Conflict when it was undone already, or the kept address was merged in its turn
 */
export const undoDecision = (ctx: Context, { id }: { id: string }): Promise<Undone> =>
  deciding(ctx, async (tx) => {
    const { before: record, ...decision } = await load(tx, id);
    const undone = record ? await undoMerge(ctx, tx, decision, record) : { putBack: 0, stays: [] };
    const marked = await markUndone(tx, { id, at: ctx.now, by: ctx.actor.name });
    if (marked === 0) throw undoneAlready();
    await withdrawNotices(tx, id);
    await recordAudit(ctx, tx, {
      action: 'address.undo',
      target: decision.firstId,
      detail: {
        other: decision.secondId,
        decision: id,
        kind: decision.kind,
        putBack: undone.putBack,
        stays: undone.stays.length,
      },
    });
    return undone;
  });

const undoneAlready = () => new Conflict(ADDRESS_TEXTS.undoneAlready());

async function load(tx: Transaction, id: string) {
  const decision = await decisionById.first(tx, { id });
  if (!decision) throw new NotFound(ADDRESS_TEXTS.noSuchDecision());
  if (decision.undoneAt) throw undoneAlready();
  return decision;
}

async function undoMerge(
  ctx: Context,
  tx: Transaction,
  { firstId, secondId }: { firstId: string; secondId: string },
  record: MergeRecord,
): Promise<Undone> {
  const all = [...record.moved, ...record.joined.flatMap(({ into, removed }) => [into, ...removed])];
  const locked = await lockMembers(tx, [...new Set(all.map(({ before }) => before.householdId))]);
  await lockAddresses(tx, [firstId, secondId]);
  const addresses = await addressesById(tx, [firstId, secondId]);
  const [kept, dropped] = [addresses.get(firstId), addresses.get(secondId)] as [PairAddress, PairAddress];
  if (dropped.mergedInto === null) throw undoneAlready();
  if (kept.mergedInto !== null) throw new Conflict(ADDRESS_TEXTS.mergedSince(formatStreetLine(kept)));
  const now = await locationsById(tx, { ids: all.map(({ id }) => id) });
  const { back, stays } = planUndo(record, now);
  const merged = { dropped: formatStreetLine(dropped), kept: formatStreetLine(kept) };
  const why = ADDRESS_WHY.mergeUndone(ctx.actor.name, merged);
  // Before the locations: none may be written at an address that is merged.
  await unmerge(tx, { id: secondId });
  await leadBack(tx, { ids: record.repointed, keptId: firstId, droppedId: secondId });
  await emptyDetails(tx, kept, record.filled);
  const changes = back.map(({ id, before, after }): LocationChange => {
    const row = { table: 'householdLocation' as const, id, after, ...why };
    return before ? { ...row, op: 'update', before } : { ...row, op: 'insert', before };
  });
  await changeLocations(ctx, tx, changes, locked);
  return {
    putBack: back.filter(({ after }) => after.addressId === secondId).length,
    stays: await whose(tx, stays),
  };
}

/** Who is or was in the households whose locations stay. */
const whose = (tx: Transaction, stays: readonly { householdId: string }[]): Promise<Undone['stays']> =>
  currentNames(tx, { householdIds: stays.map(({ householdId }) => householdId) });
