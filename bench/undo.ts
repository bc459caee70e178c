/**
 * How long the undo of a commit takes: `node bench/undo.ts [STAFF]`. A throw-away embedded Postgres; a commit creates the
 * staff, a second one changes everybody's name, phone and address. Then the preview of the second, its undo, the undo of that
 * undo, and, after undoing once more, the undo of the first, which removes everybody. Jobs run in this process, one after
 * another, as the worker runs them. One JSON line, milliseconds; with the commits, for the ratio.
 */
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { submitCommit } from '../lib/sync/commit/commit.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { pastRun } from '../lib/sync/run/list-runs.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { previewPeople, previewUndo } from '../lib/sync/undo/preview.ts';
import { submitUndo } from '../lib/sync/undo/submit-undo.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { runJob } from '../lib/worker/start-worker.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys as keys } from './sync-districts.ts';

const staff = Number(process.argv[2] ?? 5_000);
const CALL = 1_000;

const record = (n: number, school: string, year: number) => ({
  staffNumber: `U${n}`,
  lastName: `Simpson ${year} ${n}`,
  firstName: 'Pat',
  gender: 'F',
  workPhone: `763-555-${String((n + year) % 10_000).padStart(4, '0')}`,
  employments: [{ hireDate: '2020-07-25' }],
  positions: [
    { schoolNumber: school, titleCode: 'BENCH', titleDescription: 'Bench', startDate: '2020-08-01' },
  ],
  household: {
    householdLocations: [
      { address: { fullStreetAddress: `${n + year} Oak St`, city: 'Blaine', state: 'MN', zip: '55123' } },
    ],
  },
});

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - start)];
}

async function measure(db: ReturnType<typeof openAsApp>): Promise<object> {
  const [district] = await allDistricts(db);
  if (!district) throw new Error('The seed has made no district.');
  const made = (): Context => ({
    db,
    district,
    keys,
    now: new Date(),
    newId,
    actor: { kind: 'system', name: 'Bench' },
  });
  const work = ({ jobId }: { jobId: string }) => runJob(db, keys, { districtId: district.id, jobId });
  const [school] = await db.inDistrict(district.id, (tx) =>
    textRows<{ school_number: string }>(
      tx,
      'select school_number from school where district_id = $1 and active limit 1',
      [district.id],
    ),
  );
  const commit = async (year: number): Promise<[string, number]> => {
    await startSync(made());
    for (let from = 0; from < staff; from += CALL)
      await transferStaff(made(), {
        records: Array.from({ length: Math.min(CALL, staff - from) }, (_, i) => ({
          value: record(from + i, school?.school_number ?? '', year),
        })),
        pointer: '/staffMembers',
      });
    await endSync(made());
    await work(await validateSync(made()));
    const submitted = await submitCommit(made());
    const [, ms] = await timed(() => work(submitted));
    return [submitted.runId, ms];
  };
  const undo = async (runId: string) => {
    const submitted = await submitUndo(made(), { runId });
    const [, ms] = await timed(() => work(submitted));
    return { runId: submitted.runId, ms, counts: (await pastRun(made(), submitted)).counts };
  };
  await db.inDistrict(district.id, (tx) =>
    textRun(tx, 'update commit_guard set enabled = false where district_id = $1', [district.id]),
  );
  const [first, createdIn] = await commit(0);
  const [second, changedIn] = await commit(500_000);
  const [, preview] = await timed(() => previewUndo(made(), { runId: second }));
  const [, previewPage] = await timed(() => previewPeople(made(), { runId: second, limit: 50 }));
  const changes = await undo(second);
  const redo = await undo(changes.runId);
  const again = await undo(redo.runId);
  const creation = await undo(first);
  return {
    commit: { created: createdIn, changed: changedIn },
    preview,
    previewPage,
    undoOfChanges: changes,
    redo,
    undoAgain: again.ms,
    undoOfCreation: creation,
  };
}

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, keys, { staff: 10, seed: 1 });
  const db = openAsApp(ownerUrl);
  const before = load();
  const figures = await measure(db).finally(() => db.close());
  const postgres = await server.version();
  console.log(
    JSON.stringify({
      bench: 'undo',
      machine: { ...machine(), postgres },
      load: { before, after: load() },
      staff,
      ...figures,
    }),
  );
} finally {
  await server.close();
}
process.exit();
