/**
 * How quick the error log's page is: `node bench/error-log.ts [ENTRIES]`. Pages, counts and causes of a log of many
 * entries, as the page asks for them, on a throw-away database. One JSON line; milliseconds
 * by the clock, and the mean of the database server's processor time.
 */
import { openDatabase } from '../db/client.ts';
import { textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { listCauses } from '../lib/error-log/list-causes.ts';
import { countErrors, listErrors } from '../lib/error-log/list-errors.ts';
import type { Narrowing } from '../lib/error-log/schema.ts';
import { newId } from '../lib/new-id.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { spread } from './spread.ts';
import { benchKeys as keys } from './sync-districts.ts';

const RUNS = 5;
const entries = Number(process.argv[2] ?? 500_000);
const QUESTIONS: Record<string, Partial<Narrowing> & { page?: number }> = {
  firstPage: {},
  thousandthPage: { page: 1_000 },
  oneDay: { from: '2026-05-01', to: '2026-05-01' },
  rareStatus: { status: '500' },
  action: { action: 'PUT' },
  open: { state: 'open' },
  resolved: { state: 'resolved' },
  cause: { cause: '422 unknownSchool /positions/schoolNumber' },
  commonText: { search: 'no school' },
  rareText: { search: 'number 0499999 ' },
  staffNumber: { search: `n${Math.ceil(entries / 2)}` },
  nothing: { search: 'nothing has this' },
};

/** As refused calls leave them: a year of them, one in a thousand our own failure. */
const fill = ({ db, district }: Context) =>
  db.inDistrict(district.id, (tx) =>
    textRun(
      tx,
      `insert into error_log (district_id, id, occurred_at, action, path, status, message, payload, errors,
                              staff_number, request_id, cause, client_id, state, search_text)
       select $1, gen_random_uuid(), '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute',
              case when n % 10 = 0 then 'PUT' else 'POST' end,
              '/campus/api/businessOfficeIntegration/staffMembers',
              case when n % 1000 = 0 then 500 else 422 end,
              'The staff member can''t be used: schoolNumber 0' || n || ' is no school of this district. Correct it.',
              '{"staffNumber":"N' || n || '","lastName":"Simpson","positions":[{"schoolNumber":"0' || n || '"}]}',
              '[{"pointer":"/positions/0/schoolNumber","code":"unknownSchool","message":"is no school"}]'::jsonb,
              'N' || n, gen_random_uuid()::text,
              case when n % 3 = 0 then '422 unknownSchool /positions/schoolNumber'
                   else '422 cause' || n % 40 end,
              (select client_id from api_client where district_id = $1),
              case when n > $2::int - 200 then 'open' when n % 5000 = 0 then 'ignored' else 'resolved' end,
              lower('The staff member can''t be used: schoolNumber 0' || n || ' is no school of this district. Correct it.' ||
                    chr(31) || '/campus/api/businessOfficeIntegration/staffMembers')
         from generate_series(1, $2::int) n`,
      [tx.districtId, entries],
    ),
  );

/** The first run only warms. */
async function timed(work: () => Promise<unknown>) {
  const times: number[] = [];
  await work();
  const used = server.processorSeconds();
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const processor = Math.round(((server.processorSeconds() - used) * 1_000) / RUNS);
  return { processor, ...spread(times, 1) };
}

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl);
  const given = { appName: 'bench', name: 'Bench', timeZone: 'America/Chicago' };
  const { district } = await openDistrict(owner, keys, given, async (made) => made);
  const db = openAsApp(ownerUrl);
  const actor = { kind: 'system', name: 'Bench' } as const;
  const ctx = { actor, district, db, keys, now: new Date(), newId };
  await fill(ctx);
  await owner.pool.query('vacuum analyze error_log');
  await owner.close();
  const before = load();
  const milliseconds: Record<string, unknown> = {};
  for (const [name, { page = 1, ...asked }] of Object.entries(QUESTIONS)) {
    const all = { search: '', ...asked };
    milliseconds[name] = {
      page: await timed(() => listErrors(ctx, { ...all, page, limit: 50 })),
      count: await timed(() => countErrors(ctx, all)),
    };
  }
  milliseconds.causes = await timed(() => listCauses(ctx, { search: '' }));
  console.log(
    JSON.stringify({
      bench: 'error-log',
      machine: machine(),
      load: { before, after: load() },
      data: 'a year of refused calls',
      entries,
      runs: RUNS,
      milliseconds,
    }),
  );
  await db.close();
} finally {
  await server.close();
}
