import { count, counted, roughly } from '../../../../components/numbers.ts';

/** The texts of the synchronization pages that depend on data. Numbers are people unless they say otherwise. */
export const TEXTS = {
  /** Of the running transfer. `setAside`: invalid records. */
  arrived: (staff: number, setAside: number): string =>
    [
      staff > 0
        ? `${counted(staff, 'staff member has', 'staff members have')} been transferred so far. More may still come.`
        : 'Waiting for the human resource vendor to transfer staff. The count above grows as they arrive.',
      ...(setAside > 0
        ? [`${counted(setAside, 'invalid record was', 'invalid records were')} set aside.`]
        : []),
    ].join(' '),

  willBeDiscarded: (received: number): string =>
    `${counted(received, 'transferred staff member', 'transferred staff members')} will be discarded.`,

  /** Whose staff a restart discards, besides one's own. */
  stagedByOthers: (others: readonly { kind: string; name: string; staff: number }[]): string => {
    const whose = others.map(
      ({ kind, name, staff }) => `${kind === 'client' ? `the HR client ${name}` : name} (${count(staff)})`,
    );
    return `Others have transferred them: ${whose.join(', ')}. Campus notifies them; for an HR client, those who receive HR Sync Commit notifications.`;
  },

  willBeCommitted: (received: number): string =>
    `${counted(received, 'transferred staff member', 'transferred staff members')} will be committed. Off hours are recommended.`,

  willUpdateCampus: (received: number): string =>
    `The commit will update Campus for ${counted(received, 'transferred staff member', 'transferred staff members')}. Read the report first.`,

  committedSoFar: (processed: number, total: number): string =>
    `${count(processed)} of ${count(total)} have been committed so far. These changes are kept; everyone else stays unchanged in Campus.`,

  committed: (n: { created: number; updated: number; unchanged: number; failed: number }): string =>
    `${count(n.created)} created, ${count(n.updated)} updated, ${count(n.unchanged)} unchanged, ${count(n.failed)} failed.`,

  notCommitted: (failed: number): string =>
    `${counted(failed, 'staff member', 'staff members')} could not be committed`,

  compared: (staff: number): string =>
    `${counted(staff, 'staff member was', 'staff members were')} compared with Campus.`,

  willBeRestored: (people: number): string =>
    `${counted(people, 'person is', 'people are')} restored to the state before. Anything edited since then is kept. HR can’t transfer staff until the undo has finished.`,

  /** @param rate people a second, null at the beginning; `left` in seconds */
  rate: (rate: number | null, left: number | null): string => {
    if (rate === null) return 'Just started';
    const now = `${count(Math.round(rate))} a second`;
    return left !== null && left > 0 ? `${now} · about ${roughly(left)} left` : now;
  },

  /** @param complete false if Campus stopped reading the file at so many invalid rows */
  invalidRows: (rows: number, file: string, complete: boolean, canSetAside: boolean): string => {
    const what = `${counted(rows, 'row', 'rows')} of ${file} can’t be transferred`;
    const more = complete ? '.' : ', and there are more: Campus stopped reading the file.';
    return canSetAside
      ? `${what}${more} Fix these rows and upload the file again, or set them aside: the rest is transferred, and these rows are listed as errors in the report.`
      : `${what}${more} Fix these rows and upload the file again.`;
  },

  /** @param received records of the file; `staff` and `setAside` of the whole transfer */
  uploaded: (received: number, staff: number, setAside: number): string =>
    [
      `${counted(received, 'record was', 'records were')} read.`,
      `The transfer now has ${counted(staff, 'staff member', 'staff members')}${
        setAside > 0 ? `, and ${counted(setAside, 'record', 'records')} set aside` : ''
      }.`,
      'Transfer another file, or end the transfer.',
    ].join(' '),

  /** After a step; validate and commit are jobs, whose result is shown when they finish. */
  done: {
    start: 'The transfer is open. HR can send staff now.',
    restart: 'The transfer was restarted.',
    end: 'The transfer has ended.',
    cancel: 'The synchronization was cancelled.',
  } as { readonly [action in 'start' | 'restart' | 'end' | 'validate' | 'commit' | 'cancel']?: string },

  /** @param finished whether the undo finished before it was cancelled */
  isUndo: (finished: boolean): string =>
    finished
      ? 'This is the undo of an earlier synchronization.'
      : 'This is an undo that was cancelled before it finished.',
  undoneBy: (status: 'committed' | 'cancelled' | 'live'): string =>
    ({
      committed: 'This synchronization was undone.',
      cancelled: 'The undo of this synchronization was cancelled before it finished.',
      live: 'This synchronization is being undone.',
    })[status],
  undoIsUndoable: (): string => 'You can undo this undo, too.',

  /** Why the list of results is empty. */
  noResults: (filter: 'search' | 'outcome' | null): string => {
    if (filter === 'search') return 'Search for part of a staff number or the beginning of a name.';
    return filter === 'outcome' ? 'Choose another outcome above.' : 'This synchronization was not committed.';
  },
  /** @param outcome its name on the screen */
  nobodyWith: (outcome: string, isUndo: boolean): string => {
    if (isUndo) return `Nobody with the outcome “${outcome}”`;
    return outcome === 'Failed' ? 'Nobody failed' : `Nobody was ${outcome.toLowerCase()}`;
  },

  columnTwice: (headers: readonly string[], label: string): string =>
    `${headers.map((header) => `“${header}”`).join(' and ')} ${headers.length === 2 ? 'both' : 'all'} contain ${label}. Leave only one of them in.`,
  columnMissing: (label: string): string =>
    `No column contains ${label}, which is required. Choose it above, or add it to the file.`,

  /** Before their names. */
  unusedColumns: (columns: number): string => `${counted(columns, 'column is', 'columns are')} not used:`,
};
