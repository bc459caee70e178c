import { count, counted, roughly } from '../../../../lib/text/numbers.ts';

/** The sentences of the synchronization pages. Numbers are people unless they say otherwise. */
export const TEXTS = {
  lead: (): string => 'Bring the staff data of human resources into Campus, step by step.',
  noStaff: (): string => 'No staff have been transferred from HR yet.',
  noHistory: (): string => 'Every synchronization will be listed here with its report and results.',
  /** Why a step is not possible yet. */
  notToEnd: (): string => 'You can end the transfer after the first staff have arrived.',
  notToValidate: (): string => 'Possible once the transfer has ended.',
  notToCommit: (): string => 'Possible once the transferred staff have been validated.',

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

  restartsAll: (): string =>
    'The human resource vendor has to transfer all staff again. Campus is not changed.',
  nothingIsLost: (): string =>
    'No staff have been transferred yet, so nothing is lost. The synchronization starts over.',

  willBeCommitted: (staff: number): string =>
    `${counted(staff, 'transferred staff member', 'transferred staff members')} will be committed. Off hours are recommended.`,

  canBeUndone: (): string => 'You can undo the commit from its page.',

  /** Without people who are excluded, refused or unchanged. */
  willChangeCampus: ({ created, updated }: { created: number; updated: number }): string => {
    if (created + updated === 0)
      return 'The commit will change nothing in Campus: for everyone it carries out, HR and Campus agree.';
    const parts = [
      ...(created > 0 ? [`create ${counted(created, 'person', 'people')}`] : []),
      ...(updated > 0 ? [`update ${counted(updated, 'person', 'people')}`] : []),
    ];
    return `The commit will ${parts.join(' and ')} in Campus. Read the report first.`;
  },

  approved: (): string => 'Choose Commit to continue.',
  timeNeeded: (): string => 'Choose a date and a time.',
  timeOfCommit: (zone: string): string =>
    `In the district’s time zone, ${zone}. It may start up to an hour later.`,
  willValidateAgain: (): string =>
    'At that time Campus validates again. If the changes exceed the limits or the approval, the commit is held for approval.',
  scheduled: (): string => 'The commit is scheduled.',
  scheduleCancelled: (): string => 'The schedule was cancelled.',
  beginning: (): string => 'Validating again. The commit starts right after.',
  waysOutOfSchedule: (): string =>
    'To commit now, choose Commit. Validate or Restart Transfer cancels the schedule.',
  commitOrSchedule: (): string => 'Commit now, or schedule it again.',

  continues: (): string => 'You can leave this page; the work continues.',
  jobFailed: (): string => 'The job did not finish.',
  jobKept: (): string => 'What it had finished by then is kept.',
  reportReady: (): string => 'The validation report is ready.',
  commitDone: (): string => 'The commit is done.',
  committedSoFar: (processed: number, total: number): string =>
    `${count(processed)} of ${count(total)} have been committed so far. These changes are kept; everyone else stays unchanged in Campus.`,

  committed: (n: { created: number; updated: number; unchanged: number; failed: number }): string =>
    `${count(n.created)} created, ${count(n.updated)} updated, ${count(n.unchanged)} unchanged, ${count(n.failed)} failed.`,

  /** After a commit was cancelled. @param left those it had not come to */
  notReached: (left: number, total: number): string =>
    `${count(left)} of ${counted(total, 'staff member', 'staff members')} had not been committed when the commit was cancelled. They stay as they were. To commit them, start the next transfer.`,

  notCommitted: (failed: number): string =>
    `${counted(failed, 'staff member', 'staff members')} could not be committed`,

  compared: (staff: number): string =>
    `${counted(staff, 'staff member was', 'staff members were')} compared with Campus.`,

  undo: (): string =>
    'Restores what this synchronization changed. Anything edited since then is kept. You can undo this undo, too.',
  nothingToUndo: (): string =>
    'There is nothing to undo: this synchronization is still in progress or changed nobody.',
  /** A date follows. */
  undoTooOld: (): string =>
    'What this synchronization changed is no longer on record, so it can’t be undone. Changes are kept since',
  resultsGone: (): string =>
    'What this synchronization did with each staff member is no longer on record. Results are kept since',
  unchangedGone: (): string =>
    'Staff without changes are no longer listed here, but they are counted. They are listed for synchronizations that ended after',
  restoresAll: (): string => 'The undo restores everything this synchronization changed.',
  staysReadOnly: (): string => 'People that HR has sent again since then stay read-only.',
  undoStarted: (): string => 'The undo has started.',
  /** Of the undo’s preview; people without changes. */
  alsoMarked: (people: number): string =>
    `${counted(people, 'more person was', 'more people were')} only marked as managed by HR`,
  /** Of a run that is undone. */
  undoneAlready: (): string =>
    'To bring its changes back, undo that undo. If you undo this synchronization again, only what was kept then can be restored.',
  willUndoAgain: (): string =>
    'What was restored stays as it is. What was kept is restored if nothing prevents it any more. HR can’t transfer staff until the undo has finished.',
  /** @param marked people without changes, besides the others */
  willBeRestored: (people: number, marked: number): string =>
    [
      `${counted(people, 'person is', 'people are')} restored to the state before.`,
      ...(marked > 0
        ? [`${counted(marked, 'more person is', 'more people are')} no longer marked as managed by HR.`]
        : []),
      'Anything edited since then is kept. HR can’t transfer staff until the undo has finished.',
    ].join(' '),

  /** @param rate people a second, null at the beginning; `left` in seconds */
  rate: (rate: number | null, left: number | null): string => {
    if (rate === null) return 'Just started';
    const now = `${count(Math.round(rate))} a second`;
    return left !== null && left > 0 ? `${now} · about ${roughly(left)} left` : now;
  },

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
};
