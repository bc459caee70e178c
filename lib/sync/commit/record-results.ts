import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, ONE } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { unnested } from '../../../db/unnested.ts';
import type { Context } from '../../context.ts';
import { recordFailures } from '../../error-log/record-failures.ts';
import type { FieldError, Warning } from '../../failure.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import { payloadsAsSent } from '../batch/payloads-as-sent.ts';
import type { Fence } from '../run/fence.ts';
import { jobById } from '../run/jobs.ts';
import type { RunOutcome } from '../schema.ts';
import { COMMIT_TEXTS } from './texts.ts';

/** What a commit did with one staged person, an undo with one of its run. */
export interface CommitOutcome {
  seq: number;
  /** Of a staged person; of one who was set aside, the payload for the error log. */
  record?: StaffRecord;
  payload?: string | null;
  staffNumber: string;
  outcome: RunOutcome;
  personId: string | null;
  warnings: Warning[];
  errors: FieldError[];
}

const excluded = alias(syncResult, 'excluded');

/** A person has one result per run. A later commit's replaces it, but does not hide that an earlier one wrote the person. */
export const REPLACE_EARLIER_RESULT = {
  target: [syncResult.districtId, syncResult.runId, syncResult.seq],
  set: {
    jobId: sql`${excluded.jobId}`,
    personId: sql`${excluded.personId}`,
    warnings: sql`${excluded.warnings}`,
    errors: sql`${excluded.errors}`,
    outcome: sql`case when ${excluded.outcome} = 'unchanged' and ${syncResult.outcome} in ('created', 'updated')
                      then ${syncResult.outcome} else ${excluded.outcome} end`,
  },
};

const insertResults = defineCommand(
  'insert results of a batch',
  (
    orm,
    p: Params<{
      runId: string;
      jobId: string;
      seqs: readonly number[];
      staffNumbers: readonly string[];
      outcomes: readonly RunOutcome[];
      personIds: readonly (string | null)[];
      warnings: readonly Warning[][];
      errors: readonly FieldError[][];
    }>,
  ) => {
    const { table, selection } = unnested('result', {
      seq: [syncResult.seq, p.seqs],
      staffNumber: [syncResult.staffNumber, p.staffNumbers],
      outcome: [syncResult.outcome, p.outcomes],
      personId: [syncResult.personId, p.personIds],
      warnings: [syncResult.warnings, p.warnings],
      errors: [syncResult.errors, p.errors],
    });
    const { seq, ...others } = selection;
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        runId: sql`${p.runId}::uuid`.as('run_id'),
        seq,
        jobId: sql`${p.jobId}::uuid`.as('job_id'),
        ...others,
      })
      .from(table);
    return orm.insert(syncResult).select(rows).onConflictDoUpdate(REPLACE_EARLIER_RESULT).returning(ONE);
  },
);

/** Writes the results of a batch and logs its failures (ERR-1). */
export async function recordResults(
  ctx: Context,
  tx: Transaction,
  { runId, jobId }: Fence,
  outcomes: readonly CommitOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await insertResults(tx, {
    runId,
    jobId,
    seqs: outcomes.map(({ seq }) => seq),
    staffNumbers: outcomes.map(({ staffNumber }) => staffNumber),
    outcomes: outcomes.map(({ outcome }) => outcome),
    personIds: outcomes.map(({ personId }) => personId),
    warnings: outcomes.map(({ warnings }) => warnings),
    errors: outcomes.map(({ errors }) => errors),
  });
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return;
  const sent = await payloadsAsSent(
    tx,
    runId,
    failed.flatMap(({ record }) => record?.staffNumber ?? []),
  );
  await recordFailures(
    ctx,
    tx,
    { runId, byClient: (await jobById(tx, jobId))?.byClient ?? false },
    failed.map(({ record, payload, ...one }) => ({
      ...one,
      payload: (record && sent.get(staffNumberKey(record.staffNumber))) ?? payload ?? null,
    })),
  );
}

/** The failure of a person that the database refused, not a rule. It names the SQLSTATE only: the database's text may hold data. */
export function refusedByDatabase(
  staffNumber: string,
  error: unknown,
): Pick<CommitOutcome, 'staffNumber' | 'outcome' | 'personId' | 'warnings' | 'errors'> {
  const state = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return {
    staffNumber,
    outcome: 'failed',
    personId: null,
    warnings: [],
    errors: [
      {
        pointer: '',
        code: 'notStored',
        message: COMMIT_TEXTS.notStored(state),
        hint: COMMIT_TEXTS.notStoredHint(),
      },
    ],
  };
}
