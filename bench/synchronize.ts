import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRow } from '../db/sql-text.ts';
import { inOnlyDistrict } from './databases.ts';
import type { Vendor } from './vendor.ts';

/** Staff in one transfer call. */
const CALL = 1000;
const LOOK_MS = 250;

/** One synchronization over HTTP, in seconds. */
export interface Synchronization {
  token: number;
  start: number;
  /** From the first byte sent to the last answer; what the client itself does between two calls is not counted. */
  transfer: number;
  end: number;
  /** As the client sees it: submitted, picked up, done, the report answered. */
  validate: number;
  /** The validation's job from its start to its end. */
  validateJob: number;
  /** From submitCommitJob to the start of the job. */
  pickUp: number;
  /** The commit's job from its start to its end. */
  commit: number;
  outcome: Record<'created' | 'updated' | 'unchanged' | 'failed', number>;
  summary: Record<string, unknown>;
}

interface JobStatus extends Record<'created' | 'updated' | 'unchanged' | 'failed', number> {
  status: string;
  submittedAt: string;
  startedAt: string;
  finishedAt: string;
}

/** Sends a feed as vendors do, from the token to the end of the commit. */
export async function synchronize(
  vendor: Vendor,
  { feed, ownerUrl }: { feed: string; ownerUrl: string },
  { lines }: { lines: boolean },
): Promise<Synchronization> {
  const token = await seconds(() => vendor.requestToken());
  const start = await seconds(() => vendor.post('start'));
  let transfer = 0;
  if (lines) transfer = await seconds(() => vendor.stream('transfer', createReadStream(feed)));
  else for await (const body of calls(feed)) transfer += await seconds(() => vendor.post('transfer', body));
  const end = await seconds(() => vendor.post('end'));

  let summary: Record<string, unknown> = {};
  const validate = await seconds(async () => {
    ({ summary } = await vendor.post<{ summary: Record<string, unknown> }>('validate'));
  });
  await vendor.post('submitCommitJob');
  const { submittedAt, startedAt, finishedAt, created, updated, unchanged, failed } = await committed(vendor);
  return {
    token,
    start,
    transfer,
    end,
    validate,
    validateJob: await validateJob(ownerUrl),
    pickUp: between(submittedAt, startedAt),
    commit: between(startedAt, finishedAt),
    outcome: { created, updated, unchanged, failed },
    summary,
  };
}

async function* calls(feed: string): AsyncGenerator<string> {
  let staff: string[] = [];
  const body = () => `{"staffMembers":[${staff.join(',')}]}`;
  for await (const line of createInterface({ input: createReadStream(feed) })) {
    if (staff.push(line) < CALL) continue;
    yield body();
    staff = [];
  }
  if (staff.length > 0) yield body();
}

async function committed(vendor: Vendor): Promise<JobStatus> {
  for (; ; await pause(LOOK_MS)) {
    const job = await vendor.get<JobStatus>('commitJobStatus');
    if (job.status === 'completed') return job;
    if (job.status !== 'queued' && job.status !== 'running') throw new Error(`The commit job ${job.status}.`);
  }
}

/** The API does not tell a validation's times; its row does. */
async function validateJob(ownerUrl: string): Promise<number> {
  const job = await inOnlyDistrict(ownerUrl, (tx) =>
    textRow<{ seconds: number }>(
      tx,
      `select extract(epoch from finished_at - started_at)::float8 as seconds from sync_job
        where district_id = $1 and kind = 'validate' order by submitted_at desc limit 1`,
      [tx.districtId],
    ),
  );
  return job?.seconds ?? Number.NaN;
}

/** By the next night, the worker has kept the records that the commit took: the end of its job. */
export async function untilKept(ownerUrl: string): Promise<void> {
  for (; ; await pause(LOOK_MS)) {
    const [{ open } = { open: 0 }] = await ownerStatement<{ open: number }>(
      ownerUrl,
      "select count(*)::integer as open from pgboss.job where name = 'sync' and state < 'completed'",
    );
    if (open === 0) return;
  }
}

const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
