import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import type { ToolRight } from '../../../lib/access/rights.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { type TestServer, testServer } from '../../../lib/http/testing/vendor.ts';
import { deliver, mailsOf } from '../../../lib/mail/testing/delivery.ts';
import { startSmtp } from '../../../lib/mail/testing/smtp.ts';
import { turnOffMail } from '../../../lib/mail/turn-off.ts';
import { submitCommit } from '../../../lib/sync/commit/commit.ts';
import { saveGuards } from '../../../lib/sync/guards/save-guards.ts';
import { DEFAULT_GUARDS } from '../../../lib/sync/guards/schema.ts';
import { cancelSync } from '../../../lib/sync/run/cancel.ts';
import { endSync } from '../../../lib/sync/run/end.ts';
import { startSync } from '../../../lib/sync/run/start.ts';
import { transferStaff } from '../../../lib/sync/transfer/transfer.ts';
import { validateSync } from '../../../lib/sync/validate/validate.ts';
import { failJob } from '../../../lib/worker/fail-job.ts';
import { runJob } from '../../../lib/worker/start-worker.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

let ctx: Context;
let server: TestServer;
beforeEach(async () => {
  ctx = await testDistrict();
  server = testServer();
});

const ALL = ['commitHeld', 'commitFailed', 'commitDone'];
const user = async (username: string, rights: ToolRight[], types = ALL): Promise<AdminCall> => {
  const call = adminCaller(
    server,
    await signedIn(ctx, { username, email: `${username}@example.org`, rights }),
  );
  expect((await call('PUT', '/account/mail', { types })).body.types).toEqual(types);
  return call;
};
const address = (jobId: string) => ({ districtId: ctx.district.id, jobId });
async function validated(staffNumber: string): Promise<void> {
  await startSync(ctx);
  const value = { staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F', ssn: '123456789' };
  await transferStaff(ctx, { records: [{ value }], pointer: '/staffMembers' });
  await endSync(ctx);
  await runJob(ctx.db, ctx.keys, address((await validateSync(ctx)).jobId));
}
async function sent() {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  await deliver(ctx, smtp.url);
  return smtp.received;
}
const typesOf = async () => (await mailsOf(ctx)).map(({ type }) => type);

test('a commit that is done is e-mailed once to each who chose it and still may, without an SSN', async () => {
  await user('kim', ['Synchronization']);
  await user('lee', ['Synchronization'], ['commitHeld']);
  await user('ray', ['Staff']);
  await validated('10058');
  const { jobId } = await submitCommit(ctx);
  await runJob(ctx.db, ctx.keys, address(jobId));
  await runJob(ctx.db, ctx.keys, address(jobId));
  ctx = { ...ctx, now: new Date() };
  const received = await sent();
  expect(received.map(({ to }) => to)).toEqual([['kim@example.org']]);
  expect(received[0]?.source).toContain('Subject: Staff synchronization committed');
  expect(received[0]?.source).not.toContain('123456789');
  expect(await typesOf()).toEqual(['commitDone']);
});

test('a commit that failed, was cancelled or waits for approval is e-mailed, too', async () => {
  // No guard holds a district's first commit.
  await validated('1');
  await runJob(ctx.db, ctx.keys, address((await submitCommit(ctx)).jobId));
  await user('kim', ['Notifications']);
  await validated('2');
  await failJob(ctx.db, address((await submitCommit(ctx)).jobId));
  expect(await typesOf()).toEqual(['commitFailed']);
  await submitCommit(ctx);
  await cancelSync(ctx);
  expect(await typesOf()).toEqual(['commitFailed', 'commitFailed']);
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 0, created: 0 });
  await validated('3');
  await expect(submitCommit(ctx)).rejects.toThrow('waits for approval');
  expect(await typesOf()).toEqual(['commitFailed', 'commitFailed', 'commitHeld']);
});

test('the link turns off one type of one user, without a sign-in and by nobody else’s link', async () => {
  const kim = await user('kim', ['Synchronization']);
  await validated('1');
  await failJob(ctx.db, address((await submitCommit(ctx)).jobId));
  ctx = { ...ctx, now: new Date() };
  const source = ((await sent())[0]?.source ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const token = /stop-mail\?token=([\w.-]+)/.exec(source)?.[1] ?? '';
  const chosen = async () => (await kim('GET', '/account/mail')).body.types;
  for (const bad of [
    '',
    'x',
    token.replace('commitFailed', 'commitDone'),
    `${token.slice(0, -1)}!`,
    `${token}A`,
  ])
    await turnOffMail(server, bad);
  const other = await testDistrict();
  await turnOffMail(server, token.replace(ctx.district.shortId, other.district.shortId));
  expect(await chosen()).toEqual(ALL);
  await turnOffMail(server, token);
  await turnOffMail(server, token);
  expect(await chosen()).toEqual(['commitHeld', 'commitDone']);
});

test('one’s own address is changed and removed; a wrong one is refused; the choice stays', async () => {
  const kim = await user('kim', ['Synchronization'], ['commitDone']);
  const put = (email: string | null) => kim('PUT', '/account/mail/address', { email });
  expect((await put(' new@example.org ')).body).toEqual({
    ...{ email: 'new@example.org', types: ['commitDone'], sendsMail: false },
  });
  expect((await put('new')).body.errors).toMatchObject([{ pointer: '/email', code: 'invalid' }]);
  expect((await put('')).body.email).toBeNull();
});
