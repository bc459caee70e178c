import { and, eq, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address } from '../../db/schema/household.ts';
import { formatStreetLine } from '../address/format.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Why } from '../change/change.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { changeLocations, type LocationChange, lockAddresses, lockMembers } from './apply-decision.ts';
import { fillDetails } from './details.ts';
import { locationsOfPair } from './locations.ts';
import { notifyHrOfMerge } from './notify-hr.ts';
import { deciding, differentDecision, loadPair } from './pair.ts';
import { type MergeRecord, planMerge } from './plan.ts';
import { recordDecision } from './record-decision.ts';
import type { Merge, Merged } from './schema.ts';
import { ADDRESS_TEXTS, ADDRESS_WHY } from './texts.ts';
import { whyNotMerged } from './why-not-merged.ts';

const leadTo = defineQuery(
  'lead a merged address to the kept one',
  (orm, p: Params<{ keptId: string; droppedId: string }>) =>
    orm
      .update(address)
      .set({ mergedInto: asStored(p.keptId, address.mergedInto) })
      .where(and(inDistrict(address), or(eq(address.id, p.droppedId), eq(address.mergedInto, p.droppedId))))
      .returning({ id: address.id }),
);

/**
 * Makes two addresses of the district one (ADR-3): every location at the dropped one becomes one at the kept one, and
 * whoever looks for the dropped one by its spelling finds the kept one. Journaled for everyone who lives or lived there,
 * audited, recorded for its undo. HR's next record for those HR manages answers with a warning (RO-4).
 * @throws NotFound; Conflict when one was merged already, or both were decided to be two
 */
export const mergeAddresses = (ctx: Context, pair: Merge): Promise<Merged> =>
  deciding(ctx, async (tx) => {
    const locked = await lockMembers(tx, householdsOf(await locationsOfPair(tx, pair)));
    await lockAddresses(tx, [pair.keptId, pair.droppedId]);
    const [kept, dropped] = await loadPair(tx, [pair.keptId, pair.droppedId]);
    if (await differentDecision(tx, [kept.id, dropped.id]))
      throw new Conflict(ADDRESS_TEXTS.decidedToDiffer());
    const refused = whyNotMerged(kept, dropped);
    if (refused) throw new Conflict(refused);
    const locations = await locationsOfPair(tx, pair);
    const plan = planMerge(locations, { ...pair, today: todayOf(ctx) });
    const [droppedLine, keptLine] = [formatStreetLine(dropped), formatStreetLine(kept)];
    const why = ADDRESS_WHY.merged(ctx.actor.name, { dropped: droppedLine, kept: keptLine });
    await changeLocations(ctx, tx, changesOf(plan, why), locked);
    const record: MergeRecord = {
      ...plan,
      filled: await fillDetails(tx, kept, dropped),
      repointed: await repoint(tx, pair),
    };
    const decisionId = ctx.newId();
    await recordDecision(ctx, tx, {
      id: decisionId,
      kind: 'merged',
      firstId: kept.id,
      secondId: dropped.id,
      before: record,
    });
    const moved = householdsOf(locations);
    await notifyHrOfMerge(ctx, tx, decisionId, moved, { dropped: droppedLine, kept: keptLine });
    const households = moved.length;
    await recordAudit(ctx, tx, {
      action: 'address.merge',
      target: kept.id,
      detail: { dropped: dropped.id, decision: decisionId, households },
    });
    return { decisionId, households };
  });

const householdsOf = (locations: readonly { householdId: string }[]): string[] => [
  ...new Set(locations.map(({ householdId }) => householdId)),
];

function changesOf({ moved, joined }: Pick<MergeRecord, 'moved' | 'joined'>, why: Why): LocationChange[] {
  const table = 'householdLocation';
  const update = ({ id, before, after }: MergeRecord['moved'][number]): LocationChange => ({
    table,
    op: 'update',
    id,
    before,
    after,
    ...why,
  });
  return [
    ...moved.map(update),
    ...joined.flatMap(({ into, removed }): LocationChange[] => [
      update(into),
      ...removed.map(
        ({ id, before }): LocationChange => ({ table, op: 'delete', id, before, after: null, ...why }),
      ),
    ]),
  ];
}

/** The dropped address, and those merged into it before, lead to the kept one. Returns the ids of the latter. */
async function repoint(tx: Transaction, { keptId, droppedId }: Merge): Promise<string[]> {
  const rows = await leadTo(tx, { keptId, droppedId });
  return rows.map(({ id }) => id).filter((id) => id !== droppedId);
}
