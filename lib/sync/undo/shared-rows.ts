import { and, eq, exists, isNull, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, ONE } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { title } from '../../../db/schema/district.ts';
import { address, addressDecision, householdLocation } from '../../../db/schema/household.ts';
import { districtAssignment } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import { createTitles } from '../../change/apply/create-titles.ts';
import { journal } from '../../change/apply/journal.ts';
import { writers } from '../../change/apply/row-writers.ts';
import type { ChangeOf, JournaledChange, Table } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import type { PlannedPerson } from '../../change/planned-person.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { holdFence } from '../run/fence.ts';
import { entriesOf } from './entries.ts';
import { lockAddresses } from './load-rows.ts';
import { differingFrom } from './rows.ts';
import { UNDO_TEXTS } from './texts.ts';
import { UNDO_RULE } from './to-change.ts';
import type { Undo } from './undo-batch.ts';

type Whole<T extends Table, Op = 'insert' | 'delete'> = Extract<ChangeOf<T>, { op: Op }>;
type SharedChange<Op = 'insert' | 'delete'> = Whole<'address', Op> | Whole<'title', Op>;

/**
 * Addresses and titles belong to no single person. Those an undone run removed are restored before its people, under
 * their own ids, unless another one has the same key by now.
 */
export function putSharedBack(ctx: Context, undo: Undo, people: readonly string[]): Promise<void> {
  return step(ctx, undo, people, isRemoval, async (tx, wanted) => {
    const addresses = wanted.filter((change) => change.table === 'address');
    const rows = addresses.map(({ id, before }) => ({ id, ...before }));
    const created = new Set(await writers.address.insertNew(tx, rows, ['matchKey']));
    const titles = wanted.filter((change) => change.table === 'title').map(inverse);
    await createTitles(tx, [{ personId: '', rev: null, staffNumber: '', changes: titles }]);
    return wanted.filter(({ table, id }) => table === 'title' || created.has(id));
  });
}

/** Removes those a run created once all its people are done, if they are as the run wrote them and nothing uses them. */
export function removeUnusedShared(ctx: Context, undo: Undo, people: readonly string[]): Promise<void> {
  return step(ctx, undo, people, isCreation, async (tx, wanted) => {
    const addresses = wanted.filter((change) => change.table === 'address');
    const titles = wanted.filter((change) => change.table === 'title');
    const removed = new Set([...(await removeAddresses(tx, addresses)), ...(await removeTitles(tx, titles))]);
    return wanted.filter(({ id }) => removed.has(id));
  });
}

const merged = alias(address, 'merged');
const removeUnused = defineQuery('remove unused addresses', (orm, p: Params<{ ids: readonly string[] }>) => {
  const one = ONE;
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
              .select(ONE)
              .from(written.table)
              .where(
                and(eq(title.id, written.columns.id), eq(title.description, written.columns.description)),
              ),
          ),
          notExists(
            orm
              .select(ONE)
              .from(districtAssignment)
              .where(and(inDistrict(districtAssignment), eq(districtAssignment.titleCode, title.code))),
          ),
        ),
      )
      .returning({ id: title.id });
  },
);

async function removeAddresses(
  tx: Transaction,
  wanted: readonly Whole<'address', 'insert'>[],
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const written = new Map(wanted.map(({ id, after }) => [id, after]));
  const stored = await lockAddresses(tx, written.keys());
  const same = stored.filter(({ id, row }) => differingFrom(written.get(id) ?? {}, row).length === 0);
  const removed = await removeUnused(tx, { ids: same.map(({ id }) => id) });
  return removed.map(({ id }) => id);
}

async function removeTitles(tx: Transaction, wanted: readonly Whole<'title', 'insert'>[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const removed = await removeUnusedTitles(tx, {
    ids: wanted.map(({ id }) => id),
    descriptions: wanted.map(({ after }) => after.description),
  });
  return removed.map(({ id }) => id);
}

const isShared = ({ table }: JournalChange): boolean => table === 'address' || table === 'title';
const isCreation = (change: JournalChange): change is SharedChange<'insert'> =>
  isShared(change) && change.op === 'insert';
const isRemoval = (change: JournalChange): change is SharedChange<'delete'> =>
  isShared(change) && change.op === 'delete';

/** One batch of people in one transaction: of the run's changes, those that `work` reversed are journaled per person. */
function step<C extends SharedChange>(
  ctx: Context,
  undo: Undo,
  people: readonly string[],
  isWanted: (change: JournalChange) => change is C,
  work: (tx: Transaction, wanted: C[]) => Promise<{ id: string }[]>,
): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, undo.fence);
    const entries = [...(await entriesOf(tx, undo.undoes, people)).values()].flat();
    const wanted = entries.flatMap(({ changes }) => changes.filter(isWanted));
    if (wanted.length === 0) return;
    wanted.sort((a, b) => (a.id < b.id ? -1 : 1));
    const done = new Set((await work(tx, wanted)).map(({ id }) => id));
    const plans = entries.flatMap(({ personId, rev, changes }): PlannedPerson<JournaledChange>[] => {
      const own = changes.filter(isWanted).filter(({ id }) => done.has(id));
      return own.length > 0 ? [{ personId, rev, staffNumber: '', changes: own.map(inverse) }] : [];
    });
    await journal(tx, writerOf(ctx, 'undo', undo.fence.runId), plans);
  });
}

const inverse = (change: SharedChange): JournaledChange =>
  change.table === 'address' ? inverseOf(change) : inverseOf(change);

const inverseOf = <T extends 'address' | 'title'>({ table, id, ...change }: Whole<T>): ChangeOf<T> =>
  change.op === 'insert'
    ? {
        table,
        id,
        op: 'delete',
        before: change.after,
        after: null,
        rule: UNDO_RULE,
        reason: UNDO_TEXTS.creationUndone(),
      }
    : {
        table,
        id,
        op: 'insert',
        before: null,
        after: change.before,
        rule: UNDO_RULE,
        reason: UNDO_TEXTS.removalUndone(),
      };
