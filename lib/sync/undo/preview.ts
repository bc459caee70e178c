import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { cursorId, page } from '../../paging.ts';
import type { Image } from './images.ts';
import { rowKey } from './images.ts';
import { type UndoPerson as Loaded, loadUndo } from './load.ts';
import { keptWarnings, staffNumberOf, undoOutcome } from './outcome.ts';
import { planUndo } from './plan-undo.ts';
import type { UndoPerson, UndoPreview } from './schema.ts';
import { undoableRun } from './submit-undo.ts';

const EDITED = `exists (select 1 from change_journal e
    where e.district_id = $1 and e.person_id = own.person_id and e.rev > own.rev and e.run_id is distinct from $2::uuid)`;

/** How much an undo of the run would touch, counted in the journal. @throws NotFound; Conflict for a live run */
export function previewUndo(ctx: Context, { runId }: { runId: string }): Promise<UndoPreview> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await undoableRun(tx, runId);
    const counts = await tx.row<UndoPreview>(
      `with own as (
         select person_id, max(rev) as rev, bool_or(created) as created from change_journal
          where district_id = $1 and run_id = $2 group by person_id)
       select count(*)::int as people, count(*) filter (where created)::int as created,
              count(*) filter (where ${EDITED})::int as "editedSince"
         from own`,
      [tx.districtId, runId],
    );
    return counts ?? { people: 0, created: 0, editedSince: 0 };
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
    await undoableRun(tx, runId);
    const ids = await peopleFrom(tx, input);
    const { data, nextCursor } = page(ids, limit, (id) => [id]);
    const { people, around } = await loadUndo(ctx, tx, runId, data, { lock: false });
    return { data: people.map((person) => view(person, around)), nextCursor };
  });
}

async function peopleFrom(
  tx: Transaction,
  { runId, edited, cursor, limit }: Parameters<typeof previewPeople>[1],
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select person_id as id
       from (select person_id, max(rev) as rev from change_journal
              where district_id = $1 and run_id = $2 and ($3::uuid is null or person_id > $3)
              group by person_id) own
      where ${edited ? EDITED : 'true'} order by person_id limit $4`,
    [tx.districtId, runId, cursorId(cursor) ?? null, limit + 1],
  );
  return rows.map(({ id }) => id);
}

function view(person: Loaded, around: Parameters<typeof planUndo>[2]): UndoPerson {
  const plan = planUndo(person, person.state, around);
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
  const names: (Image | null)[] = [
    ...[...state.rows].filter(([key]) => key.startsWith('identity ')).map(([, image]) => image),
    ...entries
      .flatMap(({ changes }) => changes)
      .filter(({ table }) => table === 'identity')
      .map((change) => state.rows.get(rowKey(change)) ?? change.before ?? change.after),
  ];
  const name =
    names.find((image) => image?.current === true && image.lastName) ??
    names.find((image) => image?.lastName);
  return name ? `${name.lastName}, ${name.firstName}` : '';
}
