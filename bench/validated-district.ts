import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { allDistricts, districtByAppName } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { syncStatus } from '../lib/sync/run/status.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { runJob } from '../lib/worker/start-worker.ts';
import { type DatabaseServer, openAsApp } from './databases.ts';
import { multiply } from './multiply.ts';
import { benchKeys as keys } from './sync-districts.ts';

const CALL = 1_000;
/** More people than this are copies of as many (bench/multiply.ts). */
const MOST_MADE = 25_000;

export interface ValidatedDistrict {
  ctx: Context;
  ownerUrl: string;
  runId: string;
}

/** HR sends another work phone of everyone: as many changed people as there are staff. */
interface Wanted {
  staff: number;
  seed: number;
  everyone: boolean;
}

/**
 * A synthetic district whose feed was transferred and validated twice, with results of a commit (which was not made). One of 500,000
 * staff takes some minutes: 25,000 are made by the product, and copied nineteen times.
 *
 * @param say told what is being done
 */
export async function validatedDistrict(
  server: DatabaseServer,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<ValidatedDistrict> {
  const ownerUrl = await server.create();
  const times = Math.ceil(wanted.staff / MOST_MADE);
  const made = Math.round(wanted.staff / times);
  say(`Making ${made} …`);
  const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
  try {
    const feed = join(scratch, 'feed.ndjson');
    const { appName } = await seedSynthetic(ownerUrl, keys, { staff: made, seed: wanted.seed, feed });
    const ctx = await contextOf(ownerUrl, appName);
    say('Transferring …');
    await startSync(ctx);
    await transferAll(ctx, feed, wanted.everyone);
    await endSync(ctx);
    const { runId } = await syncStatus(ctx);
    say('Validating twice …');
    await validate(ctx);
    await validate(ctx);
    await fillResults(ctx, runId);
    say(`Copying ${times - 1} times …`);
    const superuser = server.superuser(ownerUrl);
    await multiply(superuser, times);
    await superuser.pool.query('vacuum (freeze, analyze)');
    await superuser.close();
    return { ctx, ownerUrl, runId };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** The district of a database that `validatedDistrict` has made before. */
export async function keptDistrict(ownerUrl: string): Promise<ValidatedDistrict> {
  const ctx = await contextOf(ownerUrl);
  return { ctx, ownerUrl, runId: (await syncStatus(ctx)).runId };
}

async function contextOf(ownerUrl: string, appName?: string): Promise<Context> {
  const db = openAsApp(ownerUrl);
  const district = appName ? await districtByAppName(db, appName) : (await allDistricts(db))[0];
  if (!district) throw new Error('The database has no district.');
  const [admin] = await db.inDistrict(district.id, (tx) =>
    textRows<{ id: string; name: string; username: string }>(
      tx,
      'select id, name, username from app_user where district_id = $1',
      [tx.districtId],
    ),
  );
  if (!admin) throw new Error('The district has no admin.');
  return { actor: { kind: 'user', ...admin }, district, db, keys, now: new Date(), newId };
}

async function transferAll(ctx: Context, feed: string, everyone: boolean): Promise<void> {
  let records: { value: unknown }[] = [];
  const send = async () => {
    if (records.length > 0) await transferStaff(ctx, { records, pointer: '/staffMembers' });
    records = [];
  };
  for await (const line of createInterface({ input: createReadStream(feed) })) {
    const value = JSON.parse(line);
    records.push({ value: everyone ? { ...value, workPhone: '555-0142' } : value });
    if (records.length === CALL) await send();
  }
  await send();
}

async function validate(ctx: Context): Promise<void> {
  const { jobId } = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
}

/** As a commit leaves them: one in a hundred failed, one in twenty created, one in five updated. */
const fillResults = (ctx: Context, runId: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into sync_result (district_id, run_id, seq, job_id, staff_number, outcome, person_id, warnings, errors)
       select $1, $2, s.n, $3, s.staff_number_key,
              case when s.n % 100 = 0 then 'failed' when s.n % 20 = 1 then 'created' when s.n % 5 = 2 then 'updated'
                   else 'unchanged' end,
              p.id, '[]',
              case when s.n % 100 = 0 then '[{"pointer": "/gender", "code": "unknownGender", "message": "No."}]'::jsonb
                   else '[]' end
         from (select staff_number_key, row_number() over (order by call_id, line) as n
                 from staged_staff where district_id = $1 and run_id = $2) s
         left join lateral (select id from person where district_id = $1 and staff_number_key = s.staff_number_key
                             limit 1) p on true`,
      [tx.districtId, runId, ctx.newId()],
    ),
  );
