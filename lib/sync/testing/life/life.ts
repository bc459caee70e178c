import type { Database } from '../../../../db/client.ts';
import { Pace } from '../../../concurrency/pace.ts';
import type { Context } from '../../../context.ts';
import { Failure } from '../../../failure.ts';
import { runJob } from '../../../worker/start-worker.ts';
import { rowsOf } from '../in-district.ts';

/** A district while calls, jobs, deaths of workers and deadlocks follow each other at random. */
export interface Life {
  ctx: Context;
  /** Jobs that were ever in the queue, which may deliver each once more. */
  jobs: string[];
  /** Of these, jobs that no worker has ended: the queue delivers none by itself whose worker said that it is done. */
  queue: Set<string>;
}

export const newLife = (ctx: Context): Life => ({
  ctx: { ...ctx, db: repeating(ctx.db) },
  jobs: [],
  queue: new Set(),
});

type InDistrict = Database['inDistrict'];

/** A database whose transactions are all made into others. */
const eachOf = ({ aside, ...db }: Database, made: (inDistrict: InDistrict) => InDistrict): Database => ({
  ...{ ...db, inDistrict: made(db.inDistrict), stagingInDistrict: made(db.stagingInDistrict) },
  aside: { inDistrict: made(aside.inDistrict), stagingInDistrict: made(aside.stagingInDistrict) },
});

const DEADLOCK = Object.assign(new Error('deadlock detected'), { code: '40P01' });

/** Every fourth transaction is rolled back at its end and done again, as after a deadlock. */
function repeating(db: Database): Database {
  let begun = 0;
  return eachOf(db, (inDistrict) => (districtId, work) => {
    begun += 1;
    let isRefused = begun % 4 === 0;
    return inDistrict(districtId, async (tx) => {
      const value = await work(tx);
      if (!isRefused) return value;
      isRefused = false;
      throw DEADLOCK;
    });
  });
}

class Died extends Error {}

export const addressOf = ({ ctx }: Life, jobId: string) => ({ districtId: ctx.district.id, jobId });

async function liveJobs({ ctx }: Life): Promise<string[]> {
  const rows = await rowsOf(
    ctx,
    "select id from sync_job where district_id = $1 and status in ('queued', 'running')",
  );
  return rows.map(({ id }) => id as string);
}

/** The jobs that the queue has, the first one first. */
export async function queued(life: Life): Promise<string[]> {
  for (const id of await liveJobs(life)) {
    if (life.jobs.includes(id)) continue;
    life.jobs.push(id);
    life.queue.add(id);
  }
  return [...life.queue];
}

/** Jobs that nobody will end: their callers wait for ever. */
export async function lostJobs(life: Life): Promise<string[]> {
  const queue = await queued(life);
  return (await liveJobs(life)).filter((id) => !queue.includes(id));
}

interface Delivery {
  /** The worker dies before its next transaction when so many have begun. */
  transactions?: number;
  /** What happens while the worker is at work. */
  meanwhile?: () => Promise<void>;
}

/** The queue gives a job to a worker. */
export async function deliver(
  life: Life,
  jobId: string,
  { transactions = Number.POSITIVE_INFINITY, meanwhile = async () => {} }: Delivery = {},
): Promise<void> {
  const { ctx } = life;
  const pace = new Pace(async () => {
    await meanwhile();
    return false;
  });
  life.queue.delete(jobId);
  try {
    await runJob(mortal(ctx.db, transactions), ctx.keys, addressOf(life, jobId), ctx.now, pace);
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    life.queue.add(jobId);
  }
}

function mortal(db: Database, transactions: number): Database {
  let begun = 0;
  return eachOf(db, (inDistrict) => async (districtId, work) => {
    begun += 1;
    if (begun > transactions) throw new Died();
    return inDistrict(districtId, work);
  });
}

/** Until the queue is empty: a validation may submit a commit. */
export async function workAll(life: Life): Promise<void> {
  for (let jobs = await queued(life); jobs[0]; jobs = await queued(life)) await deliver(life, jobs[0]);
}

/** Nothing but a refusal may be thrown. */
export async function refusable(call: Promise<unknown>): Promise<void> {
  await call.catch((error) => {
    if (!(error instanceof Failure)) throw error;
  });
}
