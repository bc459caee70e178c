import type { Transaction } from '../../db/client.ts';
import type { Actor, Context } from '../context.ts';
import { type EventFacts, insertEvent } from './insert-event.ts';

/** Records who did what, in the transaction of the action itself. `detail` holds no personal data and no secret. */
export async function recordAudit(
  ctx: Context,
  tx: Transaction,
  { action, target = null, detail = null }: Pick<EventFacts, 'action'> & Partial<EventFacts>,
): Promise<void> {
  const { now, actor, requestId = null, address = null } = ctx;
  await insertEvent(tx, {
    id: ctx.newId(),
    now,
    actor: actor.name,
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? null : actor.id,
    actorLogin: loginOf(actor),
    address,
    action,
    target,
    detail,
    requestId,
  });
}

function loginOf(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.username;
  return actor.kind === 'client' ? actor.clientId : null;
}
