import { distribute } from '../db/citus/distribute.ts';
import { withSettings } from './environment.ts';

/**
 * Spreads the districts over the nodes of a Citus cluster. Prints a line per check, then the tables as JSON; exit code 1 if
 * something is missing, and then nothing was changed.
 */
export const distributeAll = (options: { shards: number; check?: boolean }): Promise<void> =>
  withSettings(async ({ ownerDatabaseUrl: ownerUrl, appDatabaseUrl: appUrl }) => {
    const { checks, spread } = await distribute(
      { ownerUrl, appUrl },
      { shards: options.shards, onlyCheck: options.check === true },
      (table) => console.error(`spreading ${table}`),
    );
    for (const { name, found, problem } of checks)
      console.log(`${problem ? 'MISSING' : 'ok     '}  ${name}: ${problem ?? found}`);
    if (checks.some(({ problem }) => problem)) {
      process.exitCode = 1;
      console.error('Nothing was changed. Docs: docs/operators/beyond-one-postgres.md.');
    } else if (spread) console.log(JSON.stringify({ spread }));
  });
