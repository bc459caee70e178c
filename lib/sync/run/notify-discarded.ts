import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { sendMessages, sendMessageTo } from '../../notify/send-messages.ts';
import { clientsWereDiscarded, yoursWasDiscarded } from './restart-texts.ts';
import type { StagingShare } from './staging-shares.ts';

/**
 * Notifies others whose staging a restart has discarded (SYNC-4): a user of Campus directly. An HR client has no Message
 * Center: for it, those who are notified of *HR Sync Commit*.
 * @param runId of the run that was discarded
 */
export async function notifyDiscarded(
  ctx: Context,
  tx: Transaction,
  runId: string,
  others: readonly StagingShare[],
): Promise<void> {
  const common = {
    type: 'HR Sync Commit' as const,
    link: '/business-office/synchronization',
    createdAt: ctx.now,
  };
  for (const share of others.filter(({ kind }) => kind === 'user'))
    await sendMessageTo(tx, ctx.newId, share.id, {
      ...common,
      ...yoursWasDiscarded(ctx.actor.name, share),
      eventKey: `discarded:${runId}`,
    });
  const clients = others.filter(({ kind }) => kind !== 'user');
  if (clients.length > 0)
    await sendMessages(tx, ctx.newId, {
      ...common,
      ...clientsWereDiscarded(ctx.actor.name, clients),
      eventKey: `discarded-of-clients:${runId}`,
    });
}
