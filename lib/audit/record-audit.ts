import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';

/** Records who did what, in the transaction of the deed itself. `detail` holds no personal data and no secret. */
export async function recordAudit(
  ctx: Context,
  tx: Transaction,
  event: { action: string; target?: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.run(
    `insert into audit_event (district_id, id, occurred_at, actor, action, target, detail, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.districtId,
      ctx.newId(),
      ctx.now,
      ctx.actor.name,
      event.action,
      event.target ?? null,
      event.detail ? JSON.stringify(event.detail) : null,
      ctx.requestId ?? null,
    ],
  );
}
