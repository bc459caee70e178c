import { count, counted, roughly } from '../text/numbers.ts';

/** What `campus doctor` says. */
export const DOCTOR_TEXTS = {
  noIdleTimeout: () =>
    'The role of web and worker has no limit for transactions that stand still. Run `campus migrate`, which sets it.',
  pending: (n: number) => `${counted(n, 'migration is', 'migrations are')} missing. Run \`campus migrate\`.`,
  paused: (reason: string) =>
    `Workers that start take no jobs (${reason}). Run \`campus resume\` if this database is the one in use.`,
  free: (bytes: number) => `${count(Math.round(bytes / 1024 ** 2))} MB are free.`,
  clock: (seconds: number) =>
    Math.abs(seconds) < 1
      ? 'This machine and the database agree.'
      : `This machine’s clock is ${roughly(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'slower than'} the database’s.`,
  workers: (n: number) =>
    n === 0
      ? 'No worker runs. Start one with `campus worker`.'
      : `${counted(n, 'worker answers', 'workers answer')}.`,
  jobs: (waiting: number, failed: number) =>
    `${counted(waiting, 'job waits', 'jobs wait')}, ${counted(failed, 'job was', 'jobs were')} given up in the last week.`,
  jobWaits: (seconds: number) =>
    `The oldest job has waited for ${roughly(seconds)}. Start more workers, or look into their logs.`,
} as const;
