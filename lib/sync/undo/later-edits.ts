import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { BY_CAMPUS, UNDO_RULE } from '../../people/history.ts';
import { dateIn } from '../../time/date-in.ts';
import type { Entry } from './entries.ts';
import { type JournalChange, rowKey } from './images.ts';
import type { PersonState } from './person-state.ts';

type Later = Pick<PersonState, 'hrSince' | 'editedBy'>;

/** Of each person what the journal has since the run's entries: whether HR has sent them, and who wrote a row last. */
export async function laterEdits(
  ctx: Context,
  tx: Transaction,
  runId: string,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Promise<(personId: string) => Later> {
  const asked = [...entries].map(([personId, [latest]]) => ({ personId, rev: latest?.rev ?? 0 }));
  const tuples = await tx.tuples<[string, string, Date, boolean, JournalChange[]]>(
    `select e.person_id, e.actor, e.occurred_at,
            exists (select 1 from sync_run u
                     where u.district_id = $1 and u.undoes = e.run_id and u.status = 'committed'),
            e.changes
       from unnest($3::uuid[], $4::bigint[]) as p(id, rev)
       join change_journal e on e.district_id = $1 and e.person_id = p.id and e.rev > p.rev
                            and e.run_id is distinct from $2::uuid
      order by e.rev, e.id`,
    [
      tx.districtId,
      runId,
      arrayLiteral(asked.map(({ personId }) => personId)),
      arrayLiteral(asked.map(({ rev }) => rev)),
    ],
  );
  const hrSince = new Set<string>();
  const writers = new Map<string, string>();
  for (const [personId, actor, at, undone, changes] of tuples) {
    const writer = `${actor} on ${dateIn(ctx.district.timeZone, at)}`;
    for (const { table, id } of changes) writers.set(`${personId} ${rowKey({ table, id })}`, writer);
    const byHr = changes.some(({ rule }) => rule !== UNDO_RULE && !BY_CAMPUS.has(rule));
    if (byHr && !undone) hrSince.add(personId);
  }
  return (personId) => ({
    hrSince: hrSince.has(personId),
    editedBy: (table, id) => writers.get(`${personId} ${rowKey({ table, id })}`),
  });
}
