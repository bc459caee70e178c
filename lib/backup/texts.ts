import { count, counted } from '../text/numbers.ts';

/** What `campus backup`, `restore`, `pause` and `resume` say. */
export const BACKUP_TEXTS = {
  otherKey: () =>
    'The backup was made with another CAMPUS_KEY. Set that one as CAMPUS_KEY or in CAMPUS_KEY_OLD.',
  otherIndexKey: () =>
    'The backup was made with another CAMPUS_INDEX_KEY. Set that one as CAMPUS_INDEX_KEY or in CAMPUS_INDEX_KEY_OLD.',
  made: (file: string, bytes: number) =>
    `The backup is in ${file} (${count(Math.ceil(bytes / 1024 ** 2))} MB).`,
  keepKeys: () => 'It opens only with CAMPUS_KEY and CAMPUS_INDEX_KEY. Keep them, but not beside it.',
  restored: (rows: number) => `${counted(rows, 'row was', 'rows were')} restored.`,
  paused: () =>
    'Workers that start from now on take no jobs from this database until you run `campus resume`.',
  stopRunning: () => 'Stop those that run already.',
  beforeResume: () =>
    'Run `campus resume` only where this database replaces the original. In a copy its jobs would run, too: commits, feeds and e-mails.',
  resumed: (jobs: number) =>
    `Workers take jobs again within seconds. ${counted(jobs, 'job waits', 'jobs wait')}.`,
  notPaused: () => 'The database is not paused. Nothing was changed.',
} as const;
