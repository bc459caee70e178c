import { and, eq, gt, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { unnested } from '../../../db/unnested.ts';
import type { Context } from '../../context.ts';
import { dateIn } from '../../time/date-in.ts';
import { readUndos } from '../run/undos.ts';
import { type Entry, JOURNALED } from './entries.ts';
import type { PersonState } from './person-state.ts';
import { rowKey } from './rows.ts';

type Later = Pick<PersonState, 'hrSince' | 'editedBy'>;

const entriesAfter = defineQuery(
  'what others changed of people after a run',
  (orm, p: Params<{ runId: string; people: readonly string[]; revs: readonly number[] }>) => {
    const own = unnested('own', { id: [changeJournal.personId, p.people], rev: [changeJournal.rev, p.revs] });
    return orm
      .select({
        personId: changeJournal.personId,
        origin: changeJournal.origin,
        actor: changeJournal.actor,
        at: changeJournal.occurredAt,
        runId: changeJournal.runId,
        changes: JOURNALED,
      })
      .from(own.table)
      .innerJoin(
        changeJournal,
        and(
          inDistrict(changeJournal),
          eq(changeJournal.personId, own.columns.id),
          gt(changeJournal.rev, own.columns.rev),
          sql`${changeJournal.runId} is distinct from ${p.runId}::uuid`,
        ),
      )
      .orderBy(changeJournal.rev, changeJournal.id);
  },
);

/** Of each person what the journal has since the run's entries: whether HR has sent them, and who wrote a row last. */
export async function laterEdits(
  ctx: Context,
  tx: Transaction,
  runId: string,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Promise<(personId: string) => Later> {
  const asked = [...entries].map(([personId, [latest]]) => ({ personId, rev: latest?.rev ?? 0 }));
  const later = await entriesAfter(tx, {
    runId,
    people: asked.map(({ personId }) => personId),
    revs: asked.map(({ rev }) => rev),
  });
  const undos = await readUndos(tx);
  const hrSince = new Set<string>();
  const writers = new Map<string, string>();
  for (const { personId, origin, actor, at, runId: by, changes } of later) {
    const writer = `${actor} on ${dateIn(ctx.district.timeZone, at)}`;
    for (const { table, id } of changes) writers.set(`${personId} ${rowKey({ table, id })}`, writer);
    if (origin === 'hr' && !(by && undos.isUndone(by))) hrSince.add(personId);
  }
  return (personId) => ({
    hrSince: hrSince.has(personId),
    editedBy: (table, id) => writers.get(`${personId} ${rowKey({ table, id })}`),
  });
}
