import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { FieldError } from '../failure.ts';
import { PAGE_ACTIONS } from './page-action.ts';
import { recordErrors } from './record-error.ts';

/** A commit that an API client started, by either call. */
const COMMIT_CALL = {
  action: 'POST',
  path: '/campus/api/businessOfficeIntegration/staffMembers/sync/commit',
} as const;

interface Failed {
  staffNumber: string;
  /** The record as HR sent it, masked (ERR-3). */
  payload?: string | null;
  errors: FieldError[];
}

/**
 * Logs the people that a commit could not write, one entry each: as the call of the API client that started the commit, or
 * as a commit (ERR-1).
 */
export async function recordFailures(
  ctx: Context,
  tx: Transaction,
  { runId, byClient }: { runId: string; byClient: boolean },
  failed: readonly Failed[],
): Promise<void> {
  await recordErrors(
    tx,
    failed.map(({ staffNumber, payload, errors }) => ({
      id: ctx.newId(),
      occurredAt: ctx.now,
      ...(byClient ? COMMIT_CALL : PAGE_ACTIONS.commit),
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
