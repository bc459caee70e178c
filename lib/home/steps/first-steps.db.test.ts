import { expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { TOOL_RIGHTS, type ToolRight } from '../../access/rights.ts';
import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { generateSecret } from '../../credentials/generate-secret.ts';
import { revealSecret } from '../../credentials/reveal-secret.ts';
import { createNotification } from '../../notify/save-notification.ts';
import { asUser } from '../../notify/testing/recipient.ts';
import { createClient } from '../../oauth/create-client.ts';
import { saveGuards } from '../../sync/guards/save-guards.ts';
import { DEFAULT_GUARDS } from '../../sync/guards/schema.ts';
import { firstSteps } from './first-steps.ts';
import { hideSteps } from './hide-steps.ts';
import { STEPS, type Step } from './schema.ts';

async function admin(ctx: Context, username = 'admin', rights: readonly ToolRight[] = TOOL_RIGHTS) {
  return asUser(ctx, await insertUser(ctx, { username, rights }));
}
const later = (ctx: Context): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + 60_000) });
const open = async (ctx: Context): Promise<Step[]> =>
  (await firstSteps(ctx)).steps.filter(({ done }) => !done).map(({ step }) => step);
const write = (ctx: Context, statement: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRun(tx, statement, [tx.districtId]));
const turnOnFactor = (ctx: Context) =>
  write(ctx, 'update app_user set totp_since = now() where district_id = $1');

test('each step is done once the data of the district says so', async () => {
  const ctx = await admin(await testDistrict());
  const { id } = await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'HR' }));
  // Of the staff numbers the counts of the staff say it.
  const left = new Set<Step>(STEPS);
  const done = async (step: Step) => {
    left.delete(step);
    expect(await open(ctx)).toEqual([...left]);
  };
  expect(await open(ctx)).toEqual([...STEPS]);
  await turnOnFactor(ctx);
  await done('secondFactor');
  await revealSecret(ctx, { id });
  await done('credentials');
  await write(ctx, 'update api_client set last_used_at = now() where district_id = $1');
  await done('firstCall');
  await createNotification(ctx, {
    type: 'HR Sync Commit',
    recipients: [ctx.actor.kind === 'user' ? ctx.actor.id : ''],
  });
  await done('notifications');
  await saveGuards(ctx, DEFAULT_GUARDS);
  await done('guards');
});

test('a new secret that nobody was shown opens the step of the credentials again', async () => {
  const ctx = await admin(await testDistrict());
  const { id } = await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'HR' }));
  await revealSecret(ctx, { id });
  expect(await open(ctx)).not.toContain('credentials');
  await generateSecret(later(ctx), { id, overlap: '7d', appName: ctx.district.appName });
  expect(await open(ctx)).toContain('credentials');
  await revealSecret(later(ctx), { id });
  expect(await open(ctx)).not.toContain('credentials');
});

test('only the steps that the user’s rights let them do; a client has none', async () => {
  const ctx = await testDistrict();
  const stepsOf = async (of: Context) => (await firstSteps(of)).steps.map(({ step }) => step);
  expect(await stepsOf(await admin(ctx, 'clerk', ['Staff']))).toEqual(['secondFactor']);
  expect(await stepsOf(await admin(ctx, 'sync', ['Synchronization']))).toEqual([
    'secondFactor',
    'staffNumbers',
    'guards',
  ]);
  expect(await firstSteps(ctx)).toEqual({ steps: [], hidden: true });
});

test('hidden for one user; shown again when a step opens that was done then, and when asked for', async () => {
  const district = await testDistrict();
  const ctx = await admin(district);
  const other = await admin(district, 'other');
  const hidden = async (of = ctx) => (await firstSteps(of)).hidden;
  await turnOnFactor(ctx);
  expect(await hidden()).toBe(false);
  await hideSteps(ctx, { hidden: true });
  await hideSteps(ctx, { hidden: true });
  expect([await hidden(), await hidden(other)]).toEqual([true, false]);
  await write(ctx, 'update app_user set totp_since = null where district_id = $1');
  expect(await hidden()).toBe(false);
  await hideSteps(ctx, { hidden: true });
  expect(await hidden()).toBe(true);
  await hideSteps(ctx, { hidden: false });
  expect(await hidden()).toBe(false);
});
