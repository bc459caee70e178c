import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { claimDueMails } from './claim-due.ts';
import { deliverDueMails } from './deliver-due.ts';
import { type NewMail, queueMail } from './queue-mail.ts';
import { sealMailSecret } from './secret.ts';
import { deliver, deliveryBy, mailsOf, minutesLater } from './testing/delivery.ts';
import { startSmtp, type TestSmtp } from './testing/smtp.ts';

let smtp: TestSmtp;
let ctx: Context;

beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.close());
beforeEach(async () => {
  ctx = await testDistrict();
  smtp.received.length = 0;
  delete smtp.refuse.recipient;
  delete smtp.refuse.message;
});

const kim = (given: object = {}) =>
  insertUser(ctx, { username: 'kim', name: 'Kim Lee', email: 'kim@example.org', ...given });
const queue = (userIds: string[], given: Partial<NewMail> = {}) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    queueMail(ctx, tx, userIds, {
      type: 'invitation',
      subject: 'Choose your password for Campus',
      body: 'First line.\n\nSecond, of Pat & Co.',
      link: '/invitation',
      sealSecret: (id) => sealMailSecret(ctx.keys, tx.districtId, id, 'abcd.TOKEN'),
      eventKey: 'event:1',
      ...given,
    }),
  );
const jobs = () =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ startAfter: Date }>(
      tx,
      `select start_after as "startAfter" from pgboss.job
        where name = 'mail' and data ->> 'districtId' = $1 order by start_after`,
      [tx.districtId],
    ),
  );

test('an e-mail is delivered once, to the user’s address, with its secret link and the same Message-ID', async () => {
  await queue([await kim()]);
  expect(await mailsOf(ctx)).toMatchObject([{ outcome: null, sealed: true, attempts: 0 }]);
  expect(await jobs()).toHaveLength(1);
  await deliver(ctx, smtp.url);
  await deliver(minutesLater(ctx, 60), smtp.url);
  expect(smtp.received).toHaveLength(1);
  const [{ from, to, source }] = smtp.received as [TestSmtp['received'][number]];
  expect([from, to]).toEqual(['campus@example.org', ['kim@example.org']]);
  expect(source).toContain('Subject: Choose your password for Campus');
  expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@campus\.example\.org>/m);
  expect(source).toContain('Auto-Submitted: auto-generated');
  expect(source.replaceAll('=\r\n', '')).toContain('https://campus.example.org/campus/invitation#abcd.TOKEN');
  expect(await mailsOf(ctx)).toMatchObject([{ outcome: 'sent', sealed: false, attempts: 1 }]);
});

test('an event is one e-mail, however often it is queued; rolled back, none', async () => {
  const id = await kim();
  await queue([id]);
  await queue([id]);
  await ctx.db
    .inDistrict(ctx.district.id, async (tx) => {
      await queueMail(ctx, tx, [id], {
        type: 'reset',
        subject: 'No',
        body: 'No',
        link: '/',
        eventKey: 'event:2',
      });
      throw new Error('the deed failed');
    })
    .catch(() => {});
  expect(await mailsOf(ctx)).toHaveLength(1);
  expect(await jobs()).toHaveLength(1);
});

test('an SSN is masked before an e-mail is stored', async () => {
  await queue([await kim()], { subject: 'SSN 123-45-6789', body: 'It is 123456789 or SSN: 123 45 6789.' });
  const [stored] = await mailsOf(ctx);
  await deliver(ctx, smtp.url);
  for (const text of [JSON.stringify(stored), smtp.received[0]?.source])
    expect(text).not.toMatch(/123-?45-?6789|123 45 6789/);
});

test('a server that is away is tried again, later and later, until the e-mail expires', async () => {
  const gone = await startSmtp();
  await gone.close();
  const others = await Promise.all(['b', 'c'].map((username) => kim({ username })));
  await queue([await kim(), ...others]);
  await deliver(ctx, gone.url);
  expect(await mailsOf(ctx)).toMatchObject(
    Array.from({ length: 3 }, () => ({ outcome: null, attempts: 1, sealed: true })),
  );
  const retry = ctx.now.getTime() + 60_000;
  expect((await jobs()).filter(({ startAfter }) => startAfter.getTime() === retry)).toHaveLength(3);
  await deliver(ctx, smtp.url);
  expect(smtp.received).toHaveLength(0);
  await deliver(minutesLater(ctx, 1), gone.url);
  await deliver(minutesLater(ctx, 5), smtp.url);
  expect(smtp.received).toHaveLength(0);
  await deliver(minutesLater(ctx, 6), smtp.url);
  expect(smtp.received).toHaveLength(3);
  await queue(others, { eventKey: 'late', expiresAt: minutesLater(ctx, 30).now });
  await deliver(minutesLater(ctx, 31), smtp.url);
  expect(smtp.received).toHaveLength(3);
  expect((await mailsOf(ctx)).map(({ outcome }) => outcome)).toEqual([
    ...['sent', 'sent', 'sent', 'expired', 'expired'],
  ]);
});

test.each([
  ['recipient', 550, 'refused'],
  ['message', 552, 'refused'],
  ['recipient', 450, null],
  ['message', 451, null],
] as const)('a %s refused with %i: %s', async (what, code, outcome) => {
  smtp.refuse[what] = code;
  await queue([await kim()]);
  await deliver(ctx, smtp.url);
  expect(await mailsOf(ctx)).toMatchObject([{ outcome, problem: String(code), sealed: outcome === null }]);
  delete smtp.refuse[what];
  await deliver(minutesLater(ctx, 1), smtp.url);
  expect(smtp.received).toHaveLength(outcome === null ? 1 : 0);
});

test('two workers at once send each e-mail once', async () => {
  const users = await Promise.all(
    Array.from({ length: 30 }, (_, i) => kim({ username: `kim${i}`, email: `kim${i}@example.org` })),
  );
  await queue(users);
  await Promise.all([deliver(ctx, smtp.url), deliver(ctx, smtp.url), deliver(ctx, smtp.url)]);
  const addresses = smtp.received.flatMap(({ to }) => to);
  expect(addresses).toHaveLength(30);
  expect(new Set(addresses).size).toBe(30);
});

test('what a worker took and did not send, because it died, another sends after eleven minutes', async () => {
  await queue([await kim()]);
  expect(await claimDueMails(ctx.db, ctx.district, ctx.now)).toHaveLength(1);
  await deliver(minutesLater(ctx, 10), smtp.url);
  expect(smtp.received).toHaveLength(0);
  const again = minutesLater(ctx, 11);
  expect((await jobs()).map(({ startAfter }) => startAfter)).toContainEqual(again.now);
  await deliver(again, smtp.url);
  expect(smtp.received).toHaveLength(1);
});

test('no address, a disabled user, and no SMTP server: given up, with the reason', async () => {
  await queue([await kim({ email: null })]);
  await queue([await kim({ username: 'gone', disabledAt: ctx.now })]);
  await deliver(ctx, smtp.url);
  await queue([await kim({ username: 'third' })]);
  await deliverDueMails({ ...deliveryBy(ctx, smtp.url), mailer: undefined }, ctx.district);
  expect(smtp.received).toHaveLength(0);
  expect(await mailsOf(ctx)).toMatchObject([
    { outcome: 'noAddress', problem: null, sealed: false },
    { outcome: 'noAddress', problem: null },
    { outcome: 'noAddress', problem: 'SMTP_URL' },
  ]);
});
