import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { FieldError } from '../failure.ts';
import { recordErrors } from './record-error.ts';

/** Where every commit is logged, whichever call or page started it. */
const COMMIT_PATH = '/campus/api/businessOfficeIntegration/staffMembers/sync/commit';

interface Failed {
  staffNumber: string;
  /** The record as HR sent it, masked (ERR-3). */
  payload?: string | null;
  errors: FieldError[];
}

/** Logs the people that a commit could not write, one entry each (ERR-1). */
export async function recordFailures(
  ctx: Context,
  tx: Transaction,
  runId: string,
  failed: readonly Failed[],
): Promise<void> {
  await recordErrors(
    tx,
    failed.map(({ staffNumber, payload, errors }) => ({
      id: ctx.newId(),
      occurredAt: ctx.now,
      action: 'POST',
      path: COMMIT_PATH,
      status: 422,
      message: messageOf(staffNumber, errors),
      payload: payload ?? null,
      errors,
      staffNumber,
      requestId: ctx.requestId ?? null,
      clientId: null,
      runId,
    })),
  );
}

function messageOf(staffNumber: string, errors: readonly FieldError[]): string {
  const [first] = errors;
  return first ? `${staffNumber}: ${first.message}` : `${staffNumber}: The person could not be written.`;
}
