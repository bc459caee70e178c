import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { Stretch } from '../batch/batches.ts';
import type { Planned } from '../batch/plan-batch.ts';
import { OF_SEVERAL_COMMITS } from '../commit/record-results.ts';
import type { Fence } from '../run/fence.ts';
import { basisOf } from './validation-inputs.ts';

/** Keeps with a validation in whom of a stretch HR agrees with Campus: nothing but the mark of RO-1 is to be written, if that. */
export async function keepUnchanged(
  tx: Transaction,
  validationId: string,
  stretch: Stretch,
  planned: readonly Planned[],
): Promise<void> {
  const agreed = planned.flatMap(({ seq, plan }) => (plan.outcome === 'unchanged' ? [{ seq, plan }] : []));
  if (agreed.length === 0) return;
  const kept = agreed.flatMap(({ plan }) =>
    plan.notes.flatMap((note) =>
      note.about === 'positionKept' ? [{ position: note.position.id, by: plan.personId }] : [],
    ),
  );
  const warnings = agreed.flatMap(({ seq, plan }) =>
    plan.warnings.length > 0 ? [[seq, plan.warnings] as const] : [],
  );
  await tx.tuples(
    `insert into unchanged_staff
            (district_id, validation_id, first_seq, seqs, person_ids, revs, warnings, kept_positions, kept_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.districtId,
      validationId,
      stretch.from,
      arrayLiteral(agreed.map(({ seq }) => seq)),
      arrayLiteral(agreed.map(({ plan }) => plan.personId)),
      arrayLiteral(agreed.map(({ plan }) => plan.rev)),
      JSON.stringify(Object.fromEntries(warnings)),
      arrayLiteral(kept.map(({ position }) => position)),
      arrayLiteral(kept.map(({ by }) => by)),
    ],
  );
}

/** What a validation found unchanged, by the first places of its stretches. */
export interface Unchanged {
  validationId: string;
  stretches: ReadonlySet<number>;
}

/** What the run's validation found unchanged; nothing, if its plans were made from other settings or values than hold today. */
export async function unchangedBy(
  tx: Transaction,
  { runId, today }: { runId: string; today: string },
): Promise<Unchanged | undefined> {
  const basis = await basisOf(tx, today);
  const rows = await tx.rows<{ validationId: string; firstSeq: number }>(
    `select u.validation_id as "validationId", u.first_seq as "firstSeq"
       from sync_run r
       join validation v on v.district_id = $1 and v.id = r.validation_id and v.basis = $3
       join unchanged_staff u on u.district_id = $1 and u.validation_id = v.id
      where r.district_id = $1 and r.id = $2`,
    [tx.districtId, runId, basis],
  );
  const [first] = rows;
  return (
    first && { validationId: first.validationId, stretches: new Set(rows.map(({ firstSeq }) => firstSeq)) }
  );
}

/** Someone who is passed over. */
export interface Passed {
  /** Place in staged order. */
  seq: number;
  personId: string;
  rev: number;
  /** false: the mark of RO-1 is due. */
  managed: boolean;
}

/**
 * Writes the results of those people of a stretch whom their plan left as they were and whom nothing has touched since:
 * `person.rev` stands, nobody else has their number, and what kept their positions still does.
 * @param others whom to leave to the rest of the commit: held out, or done by it before it was interrupted
 */
export async function passOver(
  tx: Transaction,
  fence: Fence,
  { validationId, firstSeq }: { validationId: string; firstSeq: number },
  others: { heldOut: ReadonlySet<string>; done: readonly number[] },
): Promise<Passed[]> {
  const tuples = await tx.tuples<[number, string, number, boolean]>(
    `with found as (
            select * from unchanged_staff where district_id = $1 and validation_id = $2 and first_seq = $3),
          freed as (
            select kept.person_id from found, unnest(kept_by, kept_positions) as kept(person_id, position_id)
             where not exists (
                   select 1 from section_staff l where l.district_id = $1 and l.assignment_id = kept.position_id)),
          passed as (
            select u.seq, u.rev, p.id, p.staff_number, p.hr_managed_at is not null as managed,
                   coalesce(found.warnings -> u.seq::text, '[]') as warnings
              from found, unnest(found.seqs, found.person_ids, found.revs) as u(seq, person_id, rev)
              join person p on p.district_id = $1 and p.id = u.person_id
             where p.rev = u.rev and p.staff_number_key <> all($6::text[]) and u.seq <> all($7::int[])
               and p.id not in (select person_id from freed)
               and not exists (
                   select 1 from person o
                    where o.district_id = $1 and o.staff_number_key = p.staff_number_key and o.id <> p.id)),
          written as (
            insert into sync_result as r
                   (district_id, run_id, job_id, seq, staff_number, outcome, person_id, warnings, errors)
            select $1, $4, $5, seq, staff_number, 'unchanged', id, warnings, '[]' from passed
            ${OF_SEVERAL_COMMITS})
     select seq, id, rev, managed from passed`,
    [
      tx.districtId,
      validationId,
      firstSeq,
      fence.runId,
      fence.jobId,
      arrayLiteral([...others.heldOut]),
      arrayLiteral(others.done),
    ],
  );
  return tuples.map(([seq, personId, rev, managed]) => ({ seq, personId, rev, managed }));
}
