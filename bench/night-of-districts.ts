/**
 * A night in which all districts of a state commit at the same minute, and a morning after it:
 *
 *     node bench/night-of-districts.ts [--districts 1000] [--staff 20] [--workers 2]
 *
 * Each district has a validated feed, a user and an API client. All commits are scheduled for one minute; workers as processes of their
 * own. Then the web process answers sign-in page, Home and tokens of one district after another, and all districts are tidied. A throw-away
 * embedded Postgres, or DATABASE_URL's server. One JSON line; seconds since the minute, milliseconds of calls.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '../db/client.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import { TOOL_RIGHTS } from '../lib/access/rights.ts';
import { openSession } from '../lib/auth/open-session.ts';
import { SESSION_COOKIE } from '../lib/auth/session-cookie.ts';
import type { Context } from '../lib/context.ts';
import { newId } from '../lib/new-id.ts';
import { createClient, type NewClient } from '../lib/oauth/create-client.ts';
import { wallTime } from '../lib/sync/schedule/local-moment.ts';
import { scheduleCommit } from '../lib/sync/schedule/schedule-commit.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { tidyDue } from '../lib/tidy/tidy-due.ts';
import { giveRights } from '../lib/users/give-rights.ts';
import { insertUser } from '../lib/users/insert-user.ts';
import { type Call, Connection, percentile } from './connection.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct, startWorkerAlone } from './processes.ts';
import { spread } from './spread.ts';
import { stagedDistrict, timesOf, untilIdle } from './staged-district.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '1000' },
    staff: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
  },
});
const [districts, staff, workers] = [values.districts, values.staff, values.workers].map(Number) as [
  number,
  number,
  number,
];
const MINUTE_MS = 60_000;
/** To schedule a commit takes some milliseconds. */
const SCHEDULED_WITHIN_MS = MINUTE_MS + districts * 40;

/** Calls before those that are measured. */
const WARM_UP = 20;

interface One {
  ctx: Context;
  userId: string;
  client: NewClient;
}

const loadBefore = load();
await build();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl, { max: 2 });
  try {
    const all: One[] = [];
    for (let n = 1; n <= districts; n += 1) all.push(await ready(owner, n));
    await ownerStatement(ownerUrl, 'analyze');
    for (const { ctx } of all) await validateSync({ ...ctx, now: new Date() });
    const started = Array.from({ length: workers }, () => startWorkerAlone(ownerUrl));
    let commits: Awaited<ReturnType<typeof night>>;
    try {
      await untilIdle(ownerUrl, 'sync');
      commits = await night(ownerUrl, all);
    } finally {
      await Promise.all(started.map((one) => one.stop()));
    }
    const calls = await morning(ownerUrl, all);
    const app = openAsApp(ownerUrl);
    // The workers have tidied the new districts already.
    await ownerStatement(ownerUrl, 'update app.tidy_turn set due_at = now()');
    const began = Date.now();
    const tidied = await tidyDue(app, (error) => {
      throw error;
    });
    const tidySeconds = (Date.now() - began) / 1000;
    await app.close();
    console.log(
      JSON.stringify({
        bench: 'night-of-districts',
        ...{ districts, staff, workers },
        machine: {
          ...machine(),
          postgres: await server.version(),
          load: { before: loadBefore, after: load() },
        },
        ...{ commits, calls, tidy: { districts: tidied, seconds: tidySeconds } },
      }),
    );
  } finally {
    await owner.close();
  }
} finally {
  await server.close();
}
// The queue's sender has timers, which would keep the process.
process.exit(0);

/** A district with a transferred feed, a user with all rights and a client. */
async function ready(owner: Database, n: number): Promise<One> {
  const userId = newId();
  let client: NewClient | undefined;
  const ctx = await stagedDistrict(owner, { appName: `d${n}`, people: staff }, async (made, tx) => {
    await insertUser(tx, {
      ...{ id: userId, username: 'admin', name: 'Admin', email: null },
      ...{ passwordHash: null, temporary: false, now: made.now },
    });
    await giveRights(made, tx, { userId, rights: TOOL_RIGHTS });
    client = await createClient(made, tx, { name: 'HR' });
  });
  if (!client) throw new Error('The client was not made.');
  return { ctx, userId, client };
}

/** All commits are due at one minute: how long after it each started and ended. */
async function night(ownerUrl: string, all: readonly One[]) {
  const due = new Date(Math.ceil((Date.now() + SCHEDULED_WITHIN_MS) / MINUTE_MS) * MINUTE_MS);
  for (const { ctx, userId } of all) {
    const actor = { kind: 'user', id: userId, name: 'Admin', username: 'admin' } as const;
    const at = wallTime(due, ctx.district.timeZone);
    await scheduleCommit({ ...ctx, actor, now: new Date() }, { when: 'time', at });
  }
  if (Date.now() > due.getTime()) throw new Error('Scheduling took too long.');
  await pause(due.getTime() - Date.now());
  // A commit follows its validation, which the schedule begins, in the transaction of that one's end.
  await untilIdle(ownerUrl, 'schedules', 'sync');
  const times = await Promise.all(all.map(({ ctx }) => timesOf(ctx, 'commit')));
  const after = (moment: number) => moment - due.getTime() / 1000;
  return {
    started: spread(
      times.map(({ startedAt }) => after(startedAt)),
      1,
    ),
    ended: spread(
      times.map(({ endedAt }) => after(endedAt)),
      1,
    ),
    job: spread(times.map(({ run }) => run)),
  };
}

/** One call after another, each in the next district. */
async function morning(ownerUrl: string, all: readonly One[]) {
  const cookies: string[] = [];
  for (const { ctx, userId } of all)
    cookies.push(
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        openSession(tx, { district: ctx.district, userId, address: '127.0.0.1', now: new Date() }),
      ),
    );
  const product = await startProduct(ownerUrl);
  const connection = new Connection(1);
  const kinds: Record<string, (one: One, n: number) => [string, Call]> = {
    signInPage: () => [`${product.baseUrl}/signin`, {}],
    home: (_, n) => [product.baseUrl, { headers: { cookie: `${SESSION_COOKIE}=${cookies[n]}` } }],
    token: ({ ctx, client }) => [
      `${product.baseUrl}/oauth2/token?appName=${ctx.district.appName}`,
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      },
    ],
  };
  try {
    const figures: Record<string, { p50: number; p99: number }> = {};
    for (const [name, call] of Object.entries(kinds)) {
      for (const [n, one] of all.slice(0, WARM_UP).entries()) await connection.send(...call(one, n));
      const times: number[] = [];
      for (const [n, one] of all.entries()) times.push(await connection.send(...call(one, n)));
      figures[name] = { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
    }
    return figures;
  } finally {
    connection.close();
    await product.stop();
  }
}
