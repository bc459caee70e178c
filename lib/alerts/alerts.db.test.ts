import { beforeEach, expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { changeErrorState } from '../error-log/change-state.ts';
import { logErrors } from '../error-log/testing/log-error.ts';
import { listActions } from '../home/actions/list-actions.ts';
import { saveMailChoices } from '../mail/choices.ts';
import { mailsOf } from '../mail/testing/delivery.ts';
import { asUser, inboxOf, insertRecipient } from '../notify/testing/recipient.ts';
import { createClient } from '../oauth/create-client.ts';
import { notifyOfAlerts } from './notify.ts';
import { saveAlertSettings } from './settings.ts';
import { watchDistricts } from './watch.ts';

let ctx: Context;
let robin: string;
beforeEach(async () => {
  ctx = await testDistrict();
  robin = await insertRecipient(ctx, 'robin', 'HR Sync Commit');
  const kim = await insertUser(ctx, { username: 'kim', email: 'kim@example.org', rights: ['Error Log'] });
  await saveMailChoices(asUser(ctx, kim), { types: ['manyErrors', 'clientSilent'] });
  await saveAlertSettings(ctx, { errorLimit: 4, errorHours: 2, silentDays: 3 });
});

const later = (hours: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });
const fail = (times: number, at = ctx) => logErrors(at, Array(times).fill({ occurredAt: at.now }));
const subjects = async () => (await mailsOf(ctx)).map(({ subject }) => subject);
const called = (at: Context, name: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update api_client set last_used_at = $2 where district_id = $1 and name = $3', [
      tx.districtId,
      at.now,
      name,
    ]),
  );
const client = (name: string) => ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name }));

test('errors above the limit are one message and one e-mail, not one per error, whichever worker looks', async () => {
  await fail(4);
  await notifyOfAlerts(ctx);
  expect(await subjects()).toEqual([]);
  await fail(1);
  await Promise.all([notifyOfAlerts(ctx), notifyOfAlerts(ctx)]);
  await fail(7);
  await notifyOfAlerts(later(0.1));
  expect(await mailsOf(ctx)).toMatchObject([
    { type: 'manyErrors', subject: '5 open errors in 2 hours', body: expect.stringContaining('limit is 4') },
  ]);
  expect(await inboxOf(ctx, robin)).toMatchObject([
    { subject: '5 open errors in 2 hours', link: '/business-office/error-log?state=open&grouped=true' },
  ]);
});

test('errors are reported again only after they fell to half of the limit', async () => {
  await fail(5);
  await notifyOfAlerts(ctx);
  // The five have left the two hours; three of another hour are below the limit, but above its half.
  await fail(3, later(3));
  await notifyOfAlerts(later(3));
  await fail(2, later(3));
  await notifyOfAlerts(later(3));
  expect(await subjects()).toHaveLength(1);
  await notifyOfAlerts(later(6));
  await fail(6, later(6));
  await notifyOfAlerts(later(6));
  expect(await subjects()).toEqual(['5 open errors in 2 hours', '6 open errors in 2 hours']);
});

test('resolved errors do not count; a new limit that is exceeded is reported at once', async () => {
  const matching = { search: '' };
  await fail(9);
  await changeErrorState(ctx, { state: 'resolved', entries: { matching, until: ctx.now.toISOString() } });
  await fail(4);
  await notifyOfAlerts(ctx);
  expect(await subjects()).toEqual([]);
  await saveAlertSettings(ctx, { errorLimit: 3, errorHours: 1, silentDays: 3 });
  await notifyOfAlerts(ctx);
  expect(await subjects()).toEqual(['4 open errors in 1 hour']);
});

test('a vendor that has called is reported once when it is silent for the days chosen, and again only after a call', async () => {
  await client('Payroll');
  await client('Never called');
  await called(ctx, 'Payroll');
  await notifyOfAlerts(later(71));
  expect(await subjects()).toEqual([]);
  const asAdmin = async () =>
    asUser(later(73), await insertUser(ctx, { username: 'pat', rights: ['API Credentials'] }));
  expect(await listActions(await asAdmin())).toMatchObject([{ kind: 'clientSilent', count: 3 }]);
  await Promise.all([notifyOfAlerts(later(73)), notifyOfAlerts(later(73))]);
  await notifyOfAlerts(later(500));
  expect(await mailsOf(ctx)).toMatchObject([
    {
      type: 'clientSilent',
      subject: 'Payroll has stopped calling',
      body: expect.stringMatching(/3 days ago/),
    },
  ]);
  expect(await inboxOf(ctx, robin)).toMatchObject([{ link: '/business-office/credentials' }]);
  await called(later(510), 'Payroll');
  await notifyOfAlerts(later(511));
  expect(await subjects()).toHaveLength(1);
  await notifyOfAlerts(later(510 + 73));
  expect(await subjects()).toHaveLength(2);
});

test('several silent vendors are one e-mail; disabled ones and those of other districts are not in it', async () => {
  const other = await testDistrict();
  await other.db.inDistrict(other.district.id, (tx) => createClient(other, tx, { name: 'Elsewhere' }));
  for (const name of ['Zeta', 'Alpha', 'Off']) {
    await client(name);
    await called(ctx, name);
  }
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update api_client set disabled_at = now() where district_id = $1 and name = 'Off'`, [
      tx.districtId,
    ]),
  );
  const failures: unknown[] = [];
  await watchDistricts(ctx.db, later(100).now, (error) => failures.push(error));
  expect(failures).toEqual([]);
  const [mail, ...more] = await mailsOf(ctx);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('2 API clients have stopped calling');
  expect(mail?.body).toMatch(/^Alpha: last call .*, 4 days ago\.\nZeta: /);
  expect(mail?.body).not.toMatch(/Off|Elsewhere/);
});
