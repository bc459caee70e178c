import type { Context } from '../../context.ts';
import { type ErrorEntry, recordErrors } from '../record-error.ts';

/** An entry as a refused call of HR's leaves it; returns its id. */
export async function logError(ctx: Context, given: Partial<ErrorEntry> = {}): Promise<string> {
  const [id] = await logErrors(ctx, [given]);
  return id as string;
}

export async function logErrors(ctx: Context, given: readonly Partial<ErrorEntry>[]): Promise<string[]> {
  const entries = given.map(
    (part): ErrorEntry => ({
      id: ctx.newId(),
      occurredAt: ctx.now,
      action: 'POST',
      path: '/campus/api/businessOfficeIntegration/staffMembers',
      status: 422,
      message: 'The staff member can’t be used.',
      payload: '{"staffNumber":"10058"}',
      errors: [],
      staffNumber: '10058',
      requestId: null,
      clientId: null,
      runId: null,
      ...part,
    }),
  );
  await ctx.db.inDistrict(ctx.district.id, (tx) => recordErrors(tx, entries));
  return entries.map(({ id }) => id);
}
