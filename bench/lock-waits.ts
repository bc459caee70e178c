import { setTimeout as pause } from 'node:timers/promises';
import { ownerStatement } from '../db/owner-statement.ts';

const LOOK_MS = 100;
const LONG_SECONDS = 1;

/** Watches who waits for locks: how often somebody did for more than a second, and the longest wait that was seen, in seconds. */
export function watchLocks(ownerUrl: string): {
  stop(): Promise<{ over1s: number; longest: number; waiting: string[] }>;
} {
  const waits = new Map<string, { seconds: number; what: string }>();
  let watching = true;
  const watched = (async () => {
    for (; watching; await pause(LOOK_MS)) {
      const rows = await ownerStatement<{ wait: string; seconds: number; what: string }>(
        ownerUrl,
        `select l.pid || ' ' || l.waitstart as wait, extract(epoch from clock_timestamp() - l.waitstart)::float8 as seconds,
                l.locktype || ' ' || l.mode || coalesce(' on ' || l.relation::regclass, '') || ', ' || a.application_name as what
           from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where not l.granted and l.waitstart is not null`,
      );
      for (const { wait, seconds, what } of rows) waits.set(wait, { seconds, what });
    }
  })();
  return {
    async stop() {
      watching = false;
      await watched;
      const all = [...waits.values()];
      const long = all.filter(({ seconds }) => seconds > LONG_SECONDS);
      return {
        over1s: long.length,
        longest: Number(Math.max(0, ...all.map(({ seconds }) => seconds)).toFixed(2)),
        waiting: [...new Set(long.map(({ what }) => what))],
      };
    },
  };
}
