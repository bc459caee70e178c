/**
 * A night in which every district has an error that its admin wants to hear of:
 *
 *     node bench/notices.ts [--districts 1000] [--workers 2] [--slow 100]
 *
 * Each district has an admin who chose e-mails about many errors, and more errors than its limit. Workers as processes of their own
 * find them as they do every ten minutes, and send by an SMTP server in this process. Then the server takes a second for each of
 * `--slow` e-mails, while a district validates. A throw-away embedded Postgres, or DATABASE_URL's server. One JSON line; seconds.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '../db/client.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { saveMailChoices } from '../lib/mail/choices.ts';
import { queueChosenMail } from '../lib/mail/queue-chosen.ts';
import { newId } from '../lib/new-id.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { giveRights } from '../lib/users/give-rights.ts';
import { insertUser } from '../lib/users/insert-user.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { startWorkerAlone } from './processes.ts';
import { startSmtpSink } from './smtp-sink.ts';
import { stagedDistrict, timesOf } from './staged-district.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '2' },
    slow: { type: 'string', default: '100' },
  },
});
const [districts, workers, slow] = [values.districts, values.workers, values.slow].map(Number) as [
  number,
  number,
  number,
];
const LOOK_MS = 100;
/** An e-mail that is sent twice is sent soon. */
const SETTLED_MS = 5_000;
const STAFF = 20;
const SLOW_MS = 1_000;

const loadBefore = load();
const smtp = await startSmtpSink();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl, { max: 2 });
  const all: Context[] = [];
  for (let n = 1; n <= districts; n += 1) all.push(await failing(owner, n));
  await ownerStatement(ownerUrl, 'analyze');
  process.env.SMTP_URL = smtp.url;
  const began = Date.now();
  const started = Array.from({ length: workers }, () => startWorkerAlone(ownerUrl));
  try {
    const first = await until(1);
    const last = await until(districts);
    const fast = { first: (first - began) / 1_000, all: (last - began) / 1_000, ...delivered() };
    const [one, other] = all as [Context, Context];
    const alone = await validated(one);
    smtp.received.length = 0;
    smtp.delayMs = SLOW_MS;
    const slowBegan = Date.now();
    for (const ctx of all.slice(0, slow)) await notifyAgain(ctx);
    await until(2);
    const beside = await validated(other);
    const stillWaiting = slow - smtp.received.length;
    const slowLast = await until(slow);
    await pause(SETTLED_MS);
    console.log(
      JSON.stringify({
        bench: 'notices',
        ...{ districts, workers, fast },
        slow: { mails: slow, all: (slowLast - slowBegan) / 1_000, ...delivered() },
        validation: { alone, beside, stillWaiting },
        machine: {
          ...machine(),
          postgres: await server.version(),
          load: { before: loadBefore, after: load() },
        },
      }),
    );
  } finally {
    await Promise.all(started.map((worker) => worker.stop()));
    await owner.close();
  }
} finally {
  await server.close();
}
// The queue's sender has timers, which would keep the process.
process.exit(0);

/** A district with a feed, an admin who wants to hear of errors, and more of those than its limit. */
async function failing(database: Database, n: number): Promise<Context> {
  const id = newId();
  const ctx = await stagedDistrict(database, { appName: `d${n}`, people: STAFF }, async (made, tx) => {
    await insertUser(tx, {
      ...{ id, username: 'admin', name: 'Admin', email: `admin@d${n}.example.org` },
      ...{ passwordHash: null, temporary: false, now: made.now },
    });
    await giveRights(made, tx, { userId: id, rights: ['Error Log'] });
    await textRun(
      tx,
      `insert into alert_setting (district_id, id, error_limit, error_hours, silent_days) values ($1, $2, 1, 24, 7)`,
      [tx.districtId, newId()],
    );
    for (const error of [newId(), newId()])
      await textRun(
        tx,
        `insert into error_log (district_id, id, occurred_at, action, path, status, message)
         values ($1, $2, now(), 'POST /staffMembers', '/campus', 422, 'A value is not valid.')`,
        [tx.districtId, error],
      );
  });
  const actor = { kind: 'user', id, name: 'Admin', username: 'admin' } as const;
  await saveMailChoices({ ...ctx, actor }, { types: ['manyErrors'] });
  return ctx;
}

/** One more event of the same kind. */
function notifyAgain(ctx: Context): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, (tx) =>
    queueChosenMail({ ...ctx, now: new Date() }, tx, {
      ...{ type: 'manyErrors', subject: 'Errors', body: 'Errors', link: '/business-office/error-log' },
      eventKey: `again:${newId()}`,
    }),
  );
}

/** When the server had so many e-mails. */
async function until(mails: number): Promise<number> {
  while (smtp.received.length < mails) await pause(LOOK_MS);
  return Date.now();
}

function delivered() {
  const { received } = smtp;
  return { sent: received.length, twice: received.length - new Set(received).size };
}

/** From submitting a validation to its end. */
async function validated(ctx: Context): Promise<number> {
  const submitted = Date.now() / 1_000;
  const { jobId } = await validateSync({ ...ctx, now: new Date() });
  for (;;) {
    const times = await timesOf(ctx, 'validate').catch(() => undefined);
    if (times && jobId) return Number((times.endedAt - submitted).toFixed(2));
    await pause(LOOK_MS);
  }
}
