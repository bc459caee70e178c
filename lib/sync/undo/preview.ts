import { type AnyColumn, and, eq, exists, gt, max, not, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import type { Rows } from '../../change/change.ts';
import type { Context } from '../../context.ts';
import { cursorId, page } from '../../paging.ts';
import { type UndoPerson as Loaded, loadUndo } from './load.ts';
import { keptWarnings, staffNumberOf, undoOutcome } from './outcome.ts';
import { planUndo } from './plan-undo.ts';
import { idOf, rowIn, tableOf } from './rows.ts';
import type { UndoPerson, UndoPreview } from './schema.ts';
import { undoableRun } from './submit-undo.ts';

const later = alias(changeJournal, 'later');

/** Nothing but the HR-managed mark (RO-1) was set or taken off: HR and Campus had agreed about the person. */
const isMarkOnly = sql`case when jsonb_array_length(${changeJournal.changes}) = 1
  and ${changeJournal.changes} -> 0 ->> 'table' = 'person' and ${changeJournal.changes} -> 0 ->> 'op' = 'update'
  then (${changeJournal.changes} -> 0 -> 'after') - 'hrManagedAt' = '{}' else false end`;

/** The people a run changed, each with their last `rev` by it. */
const peopleOf = (orm: Orm, runId: Params<{ runId: string }>['runId'], more?: SQL) =>
  orm
    .select({
      personId: changeJournal.personId,
      lastRev: max(changeJournal.rev).as('last_rev'),
      wasCreated: sql<boolean>`bool_or(${changeJournal.created})`.as('was_created'),
      onlyMarked: sql<boolean>`bool_and(${isMarkOnly})`.as('only_marked'),
    })
    .from(changeJournal)
    .where(and(inDistrict(changeJournal), eq(changeJournal.runId, runId), more))
    .groupBy(changeJournal.personId);

const undoOf = (orm: Orm, runId: Params<{ runId: string }>['runId']) =>
  orm
    .select(ONE)
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.id, later.runId), eq(syncRun.undoes, runId)));

/** Something else changed the person after the run. */
const isEdited = (
  orm: Orm,
  own: { personId: AnyColumn; lastRev: SQLWrapper },
  runId: Params<{ runId: string }>['runId'],
) =>
  exists(
    orm
      .select(ONE)
      .from(later)
      .where(
        and(
          inDistrict(later),
          eq(later.personId, own.personId),
          gt(later.rev, own.lastRev),
          sql`${later.runId} is distinct from ${runId}::uuid`,
          // What an undo of the run restored is nobody's edit.
          not(exists(undoOf(orm, runId))),
        ),
      ),
  );

const countsOf = defineQuery('how much an undo would touch', (orm, p: Params<{ runId: string }>) => {
  const own = orm.$with('own').as(peopleOf(orm, p.runId));
  return orm
    .with(own)
    .select({
      people: sql`count(*) filter (where not ${own.onlyMarked})`.mapWith(Number),
      marked: sql`count(*) filter (where ${own.onlyMarked})`.mapWith(Number),
      created: sql`count(*) filter (where ${own.wasCreated})`.mapWith(Number),
      editedSince: sql`count(*) filter (where ${isEdited(orm, own, p.runId)})`.mapWith(Number),
    })
    .from(own);
});

type Page = Params<{ runId: string; after: string | null; limit: number }>;
const pageOf = (orm: Orm, p: Page, edited: boolean) => {
  const after = sql`(${p.after}::uuid is null or ${changeJournal.personId} > ${p.after})`;
  const own = peopleOf(orm, p.runId, after).as('own');
  return orm
    .select({ id: own.personId })
    .from(own)
    .where(edited ? isEdited(orm, own, p.runId) : undefined)
    .orderBy(own.personId)
    .limit(p.limit);
};
const everyone = defineQuery('people of an undo', (orm, p: Page) => pageOf(orm, p, false));
const editedOnly = defineQuery('people of an undo, edited since', (orm, p: Page) => pageOf(orm, p, true));

/** How much an undo of the run would touch, counted in the journal. @throws NotFound; Conflict for a live run */
export function previewUndo(ctx: Context, { runId }: { runId: string }): Promise<UndoPreview> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await undoableRun(ctx, tx, runId);
    const counts = await countsOf.first(tx, { runId });
    return counts ?? { people: 0, marked: 0, created: 0, editedSince: 0 };
  });
}

/**
 * What an undo of the run would do to each person as they are now, by the very rule that does it; `edited` only those
 * who were changed since.
 * @throws NotFound; Conflict for a live run
 */
export function previewPeople(
  ctx: Context,
  input: { runId: string; edited?: boolean; cursor?: string[]; limit: number },
): Promise<{ data: UndoPerson[]; nextCursor: string | null }> {
  const { runId, limit } = input;
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await undoableRun(ctx, tx, runId);
    const ids = await peopleFrom(tx, input);
    const { data, nextCursor } = page(ids, limit, (id) => [id]);
    const { people, context } = await loadUndo(ctx, tx, runId, data, { lock: false });
    return { data: people.map((person) => view(person, context)), nextCursor };
  });
}

async function peopleFrom(
  tx: Transaction,
  { runId, edited, cursor, limit }: Parameters<typeof previewPeople>[1],
): Promise<string[]> {
  const rows = await (edited ? editedOnly : everyone)(tx, {
    runId,
    after: cursorId(cursor) ?? null,
    limit: limit + 1,
  });
  return rows.map(({ id }) => id);
}

function view(person: Loaded, context: Parameters<typeof planUndo>[2]): UndoPerson {
  const plan = planUndo(person, person.state, context);
  return {
    personId: person.personId,
    staffNumber: staffNumberOf(person),
    name: nameOf(person),
    outcome: undoOutcome(plan),
    rows: plan.changes.length,
    kept: keptWarnings(plan.kept).map(({ message }) => message),
  };
}

/** The name the person has, or had when the run took them away. */
function nameOf({ state, entries }: Loaded): string {
  const own = [...state.rows.keys()].filter((key) => tableOf(key) === 'identity');
  const names: (Partial<Rows['identity']> | undefined)[] = [
    ...own.map((key) => rowIn(state.rows, { table: 'identity', id: idOf(key) })),
    ...entries
      .flatMap(({ changes }) => changes)
      .filter((change) => change.table === 'identity')
      .map((change) => rowIn(state.rows, change) ?? change.before ?? change.after),
  ];
  const name =
    names.find((identity) => identity?.current && identity.lastName) ??
    names.find((identity) => identity?.lastName);
  return name ? `${name.lastName}, ${name.firstName}` : '';
}
