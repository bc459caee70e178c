import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { type EventFacts, insertEvent } from './insert-event.ts';

/** Records who did what, in the transaction of the action itself. `detail` holds no personal data and no secret. */
export async function recordAudit(
  ctx: Context,
  tx: Transaction,
  { action, target = null, detail = null }: Pick<EventFacts, 'action'> & Partial<EventFacts>,
): Promise<void> {
  const { now, actor, requestId = null } = ctx;
  await insertEvent(tx, { id: ctx.newId(), now, actor: actor.name, action, target, detail, requestId });
}
