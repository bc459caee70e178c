/**
 * How fast many small districts are worked through, as in a night in which all of a state validate at once:
 *
 *     node bench/many-districts.ts [--districts 900] [--staff 20] [--workers 2] [--large 0]
 *
 * Every district has a feed in the staging. All validations are submitted, then the workers start, as processes of their own.
 * With `--large N` one more district has a feed of N staff, and its validation is submitted first. A throw-away embedded
 * Postgres, or DATABASE_URL's server. One JSON line; seconds from the first start of a job.
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/client.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import type { Context } from '../lib/context.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { startWorkerAlone } from './processes.ts';
import { spread } from './spread.ts';
import { stagedDistrict, timesOf, untilIdle } from './staged-district.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '900' },
    staff: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
    large: { type: 'string', default: '0' },
  },
});
const [districts, staff, workers, large] = [values.districts, values.staff, values.workers, values.large].map(
  Number,
) as [number, number, number, number];
const loadBefore = load();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl, { max: 2 });
  try {
    const big = large > 0 ? await stagedDistrict(owner, { appName: 'large', people: large }) : undefined;
    const all: Context[] = [];
    for (let n = 1; n <= districts; n += 1) {
      all.push(await stagedDistrict(owner, { appName: `d${n}`, people: staff }));
      if (n % 100 === 0) console.error(`${n} districts`);
    }
    await ownerStatement(ownerUrl, 'analyze');
    for (const ctx of [...(big ? [big] : []), ...all]) await validateSync({ ...ctx, now: new Date() });
    const started = Array.from({ length: workers }, () => startWorkerAlone(ownerUrl));
    try {
      await untilIdle(ownerUrl, 'sync');
      const times = await Promise.all(all.map((ctx) => timesOf(ctx, 'validate')));
      const first = Math.min(...times.map(({ startedAt }) => startedAt));
      const largeTimes = big && (await timesOf(big, 'validate'));
      console.log(
        JSON.stringify({
          bench: 'many-districts',
          ...{ districts, staff, workers, large },
          machine: {
            ...machine(),
            postgres: await server.version(),
            load: { before: loadBefore, after: load() },
          },
          allValidated: Number((Math.max(...times.map(({ endedAt }) => endedAt)) - first).toFixed(1)),
          wait: spread(times.map(({ startedAt }) => startedAt - first)),
          job: spread(times.map(({ run }) => run)),
          ...(largeTimes && { largeValidated: Number((largeTimes.endedAt - first).toFixed(1)) }),
        }),
      );
    } finally {
      await Promise.all(started.map((one) => one.stop()));
    }
  } finally {
    await owner.close();
  }
} finally {
  await server.close();
}
// The queue's sender has timers, which would keep the process.
process.exit(0);
