import { arrayLiteral, jsonList, jsonTexts } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { recordFailures } from '../../error-log/record-failures.ts';
import type { FieldError, Warning } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { Fence } from '../run/fence.ts';
import type { RunOutcome } from '../schema.ts';

/** What a commit did with one staged person, an undo with one of its run. */
export interface CommitOutcome {
  seq: number;
  /** For the error log; of a record that was never read, its text. */
  record?: StaffRecord;
  payload?: string | null;
  staffNumber: string;
  outcome: RunOutcome;
  personId: string | null;
  warnings: Warning[];
  errors: FieldError[];
}

/** A person has one result per run: a later commit's replaces it, but does not hide what an earlier one did. */
export const OF_SEVERAL_COMMITS = `on conflict (district_id, run_id, seq) do update
        set job_id = excluded.job_id, person_id = excluded.person_id, warnings = excluded.warnings,
            errors = excluded.errors,
            outcome = case when excluded.outcome = 'unchanged' and r.outcome in ('created', 'updated')
                           then r.outcome else excluded.outcome end`;

/** Writes the results of a batch and logs its failures (ERR-1). */
export async function recordResults(
  ctx: Context,
  tx: Transaction,
  fence: Fence,
  outcomes: readonly CommitOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const column = <T extends string | number | null>(value: (outcome: CommitOutcome) => T) =>
    arrayLiteral(outcomes.map(value));
  await tx.run(
    `insert into sync_result as r
            (district_id, run_id, job_id, seq, staff_number, outcome, person_id, warnings, errors)
     select $1, $2, $3, u.seq, u.staff_number, u.outcome, u.person_id, u.warnings::jsonb, u.errors::jsonb
       from rows from (unnest($4::int[], $5::text[], $6::text[], $7::uuid[]), ${jsonTexts(8)}, ${jsonTexts(9)})
            as u(seq, staff_number, outcome, person_id, warnings, errors)
     ${OF_SEVERAL_COMMITS}`,
    [
      tx.districtId,
      fence.runId,
      fence.jobId,
      column(({ seq }) => seq),
      column(({ staffNumber }) => staffNumber),
      column(({ outcome }) => outcome),
      column(({ personId }) => personId),
      jsonList(outcomes.map(({ warnings }) => JSON.stringify(warnings))),
      jsonList(outcomes.map(({ errors }) => JSON.stringify(errors))),
    ],
  );
  await recordFailures(
    ctx,
    tx,
    fence.runId,
    outcomes.filter(({ outcome }) => outcome === 'failed'),
  );
}

/** The failure of a person whom no rule but the database itself refused: told by SQLSTATE only, its text may hold data. */
export function refusedByDatabase(
  staffNumber: string,
  error: unknown,
): Pick<CommitOutcome, 'staffNumber' | 'outcome' | 'personId' | 'warnings' | 'errors'> {
  const state = error instanceof Error && 'code' in error ? ` (SQLSTATE ${error.code})` : '';
  const message = `Campus could not store this person${state}. Nothing of the person was changed.`;
  return {
    staffNumber,
    outcome: 'failed',
    personId: null,
    warnings: [],
    errors: [
      { pointer: '', code: 'notStored', message, hint: 'Validate again, and report it if it persists.' },
    ],
  };
}
