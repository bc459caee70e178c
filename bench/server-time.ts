import { readdirSync, readFileSync } from 'node:fs';
import { runningPostmaster } from '../db/embedded/postmaster.ts';

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100;
/** Of /proc/PID/stat after the name: user and system time of the process, and of its children that have ended. */
const [PARENT, OWN, OF_ENDED] = [1, [11, 12], [13, 14]] as const;

/**
 * Seconds of processor time that a database server has used, all of its processes and parallel workers. What it does by itself
 * (autovacuum, checkpoints) is in it, so ask a question several times.
 */
export function serverSeconds(directory: string): number {
  const server = runningPostmaster(directory);
  if (!server) throw new Error(`No server runs on ${directory}.`);
  let ticks = sum(statOf(server.pid), [...OWN, ...OF_ENDED]);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(Number(pid));
    if (Number(stat[PARENT]) === server.pid) ticks += sum(stat, OWN);
  }
  return ticks / TICKS_PER_SECOND;
}

function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, which is in brackets, may have blanks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const sum = (stat: string[], fields: readonly number[]): number =>
  fields.reduce((all, field) => all + Number(stat[field] ?? 0), 0);
