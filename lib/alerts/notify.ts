import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { queueChosenMail } from '../mail/queue-chosen.ts';
import { sendMessages } from '../notify/send-messages.ts';
import { claimErrorsAbove } from './errors-above.ts';
import { readAlertSettings } from './settings.ts';
import { claimSilentClients } from './silent-clients.ts';
import { ALERT_TEXTS } from './texts.ts';

type At = Pick<Context, 'db' | 'district' | 'newId' | 'now'>;

/**
 * Notifies a district of errors above its limit and of clients that have stopped calling: the recipients of
 * *HR Sync Commit*, and by e-mail those who chose it. Once for each crossing and silence, whichever worker looks.
 */
export const notifyOfAlerts = (at: At): Promise<void> =>
  at.db.inDistrict(at.district.id, async (tx) => {
    const settings = await readAlertSettings(tx);
    const above = await claimErrorsAbove(at, tx, settings);
    if (above)
      await report(at, tx, 'manyErrors', {
        subject: ALERT_TEXTS.errors(above),
        body: ALERT_TEXTS.errorsBody(above),
        link: '/business-office/error-log?state=open&grouped=true',
      });
    const silent = await claimSilentClients(tx, settings, at.now);
    if (silent.length > 0)
      await report(at, tx, 'clientSilent', {
        subject: ALERT_TEXTS.silent(silent),
        body: ALERT_TEXTS.silentBody(silent, at.district.timeZone),
        link: '/business-office/credentials',
      });
  });

async function report(
  at: At,
  tx: Transaction,
  type: 'manyErrors' | 'clientSilent',
  given: { subject: string; body: string; link: string },
): Promise<void> {
  const event = { ...given, eventKey: `${type}:${at.newId()}` };
  await sendMessages(tx, at.newId, { type: 'HR Sync Commit', ...event, createdAt: at.now });
  await queueChosenMail(at, tx, { type, ...event });
}
