import { and, eq, exists, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { title } from '../../../db/schema/district.ts';
import { address, addressDecision, householdLocation } from '../../../db/schema/household.ts';
import { districtAssignment } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import { createTitles } from '../../change/apply/create-titles.ts';
import { journal } from '../../change/apply/journal.ts';
import { writers } from '../../change/apply/row-writers.ts';
import type { JournaledChange } from '../../change/change.ts';
import type { PlannedPerson } from '../../change/planned-person.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { holdFence } from '../run/fence.ts';
import { entriesOf } from './entries.ts';
import { differingFrom, type JournalChange } from './images.ts';
import { lockAddresses } from './load-rows.ts';
import { UNDO_RULE } from './to-change.ts';
import type { Undo } from './undo-batch.ts';

/**
 * Addresses and titles are nobody's own. What an undone run took away of them is put back before its people are, under
 * its own id, unless another one has its key by now.
 */
export function putSharedBack(ctx: Context, undo: Undo, people: readonly string[]): Promise<void> {
  return step(ctx, undo, people, 'delete', async (tx, wanted) => {
    const addresses = wanted.filter(({ table }) => table === 'address');
    const rows = addresses.map(({ id, before }) => ({ id, ...before }) as never);
    const created = new Set(await writers.address.insertNew(tx, rows, ['matchKey']));
    const titles = wanted.filter(({ table }) => table === 'title').map(inverse);
    await createTitles(tx, [{ personId: '', rev: null, staffNumber: '', changes: titles }]);
    return wanted.filter(({ table, id }) => table === 'title' || created.has(id));
  });
}

/** What a run created of them goes when all its people are done, if it is what the run wrote and nothing uses it. */
export function removeUnusedShared(ctx: Context, undo: Undo, people: readonly string[]): Promise<void> {
  return step(ctx, undo, people, 'insert', async (tx, wanted) => {
    const gone = new Set([
      ...(await removeAddresses(
        tx,
        wanted.filter(({ table }) => table === 'address'),
      )),
      ...(await removeTitles(
        tx,
        wanted.filter(({ table }) => table === 'title'),
      )),
    ]);
    return wanted.filter(({ id }) => gone.has(id));
  });
}

const merged = alias(address, 'merged');
const removeUnused = defineQuery('remove unused addresses', (orm, p: Params<{ ids: readonly string[] }>) => {
  const one = { one: sql`1` };
  return orm
    .delete(address)
    .where(
      and(
        inDistrict(address),
        isOneOf(address.id, p.ids),
        isNull(address.mergedInto),
        notExists(
          orm
            .select(one)
            .from(householdLocation)
            .where(and(inDistrict(householdLocation), eq(householdLocation.addressId, address.id))),
        ),
        notExists(
          orm
            .select(one)
            .from(merged)
            .where(and(inDistrict(merged), eq(merged.mergedInto, address.id))),
        ),
        notExists(
          orm
            .select(one)
            .from(addressDecision)
            .where(and(inDistrict(addressDecision), eq(addressDecision.firstId, address.id))),
        ),
        notExists(
          orm
            .select(one)
            .from(addressDecision)
            .where(and(inDistrict(addressDecision), eq(addressDecision.secondId, address.id))),
        ),
      ),
    )
    .returning({ id: address.id });
});

const removeUnusedTitles = defineQuery(
  'remove unused titles',
  (orm, p: Params<{ ids: readonly string[]; descriptions: readonly string[] }>) => {
    const written = unnested('written', {
      id: [title.id, p.ids],
      description: [title.description, p.descriptions],
    });
    return orm
      .delete(title)
      .where(
        and(
          inDistrict(title),
          isOneOf(title.id, p.ids),
          exists(
            orm
              .select({ one: sql`1` })
              .from(written.table)
              .where(
                and(eq(title.id, written.columns.id), eq(title.description, written.columns.description)),
              ),
          ),
          notExists(
            orm
              .select({ one: sql`1` })
              .from(districtAssignment)
              .where(and(inDistrict(districtAssignment), eq(districtAssignment.titleCode, title.code))),
          ),
        ),
      )
      .returning({ id: title.id });
  },
);

async function removeAddresses(tx: Transaction, wanted: readonly JournalChange[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const written = new Map(wanted.map(({ id, after }) => [id, after ?? {}]));
  const stored = await lockAddresses(tx, written.keys());
  const same = stored.filter(({ id, image }) => differingFrom(written.get(id) ?? {}, image).length === 0);
  const removed = await removeUnused(tx, { ids: same.map(({ id }) => id) });
  return removed.map(({ id }) => id);
}

async function removeTitles(tx: Transaction, wanted: readonly JournalChange[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const removed = await removeUnusedTitles(tx, {
    ids: wanted.map(({ id }) => id),
    descriptions: wanted.map(({ after }) => String(after?.description ?? '')),
  });
  return removed.map(({ id }) => id);
}

/** One stretch of people in one transaction: what `work` did of the run's changes is journaled at whose they were. */
function step(
  ctx: Context,
  undo: Undo,
  people: readonly string[],
  op: JournalChange['op'],
  work: (tx: Transaction, wanted: JournalChange[]) => Promise<JournalChange[]>,
): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, undo.fence);
    const entries = [...(await entriesOf(tx, undo.undoes, people)).values()].flat();
    const isWanted = (change: JournalChange) =>
      (change.table === 'address' || change.table === 'title') && change.op === op;
    const wanted = entries.flatMap(({ changes }) => changes.filter(isWanted));
    if (wanted.length === 0) return;
    wanted.sort((a, b) => (a.id < b.id ? -1 : 1));
    const done = new Set((await work(tx, wanted)).map(({ id }) => id));
    const plans = entries.flatMap(({ personId, rev, changes }): PlannedPerson<JournaledChange>[] => {
      const own = changes.filter((change) => isWanted(change) && done.has(change.id));
      return own.length > 0 ? [{ personId, rev, staffNumber: '', changes: own.map(inverse) }] : [];
    });
    await journal(tx, writerOf(ctx, 'undo', undo.fence.runId), plans);
  });
}

const inverse = ({ table, op, id, before, after }: JournalChange): JournaledChange =>
  ({
    table,
    op: op === 'insert' ? 'delete' : 'insert',
    id,
    before: after,
    after: before,
    rule: UNDO_RULE,
    reason:
      op === 'insert'
        ? 'The undone commit had created it, and nothing uses it.'
        : 'The undone commit had removed it.',
  }) as unknown as JournaledChange;
