import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { FieldError } from '../failure.ts';
import type { StaffRecord } from '../record/record.ts';
import { recordErrors } from './record-error.ts';

/** Where every commit is logged, whichever call or page started it. */
const COMMIT_PATH = '/campus/api/businessOfficeIntegration/staffMembers/sync/commit';

interface Failed {
  staffNumber: string;
  record?: StaffRecord;
  /** Masked, of a record that was never read. */
  payload?: string | null;
  errors: FieldError[];
}

/** Logs the people that a commit could not write, one entry each (ERR-1). The record has no SSN by then. */
export async function recordFailures(
  ctx: Context,
  tx: Transaction,
  runId: string,
  failed: readonly Failed[],
): Promise<void> {
  await recordErrors(
    tx,
    failed.map(({ staffNumber, record, payload, errors }) => ({
      id: ctx.newId(),
      occurredAt: ctx.now,
      action: 'POST',
      path: COMMIT_PATH,
      status: 422,
      message: `${staffNumber}: ${errors.map((error) => error.message).join(' ')}`,
      payload: record ? payloadOf(record) : (payload ?? null),
      errors,
      staffNumber,
      requestId: ctx.requestId ?? null,
      clientId: null,
      runId,
    })),
  );
}

const payloadOf = (record: StaffRecord): string =>
  JSON.stringify({ ...record, ssn: record.ssn ? `***-**-${record.ssn.last4}` : record.ssn });
