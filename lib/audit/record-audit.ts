import type { Transaction } from '../../db/client.ts';
import type { Actor, Context } from '../context.ts';
import { type EventFacts, insertEvents } from './insert-event.ts';

/** What was done, as the caller says it. */
export type Audited = Pick<EventFacts, 'action'> & Partial<EventFacts>;

/** Records who did what, in the transaction of the action itself. `detail` holds no personal data and no secret. */
export const recordAudit = (ctx: Context, tx: Transaction, done: Audited): Promise<void> =>
  recordAudits(ctx, tx, [done]);

/** The same for many at once, such as each person of a list. */
export async function recordAudits(ctx: Context, tx: Transaction, done: readonly Audited[]): Promise<void> {
  const { now, actor, requestId = null, address = null } = ctx;
  const doer = {
    now,
    actor: actor.name,
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? null : actor.id,
    actorLogin: loginOf(actor),
    address,
    requestId,
  };
  await insertEvents(
    tx,
    done.map(({ action, target = null, detail = null }) => ({
      id: ctx.newId(),
      ...doer,
      action,
      target,
      detail,
    })),
  );
}

function loginOf(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.username;
  return actor.kind === 'client' ? actor.clientId : null;
}
