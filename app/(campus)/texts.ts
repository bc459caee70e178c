import type { Action, ActionKind } from '../../lib/home/actions/schema.ts';
import type { Step } from '../../lib/home/steps/schema.ts';
import type { SyncRun } from '../../lib/sync/schema.ts';
import { count, counted } from '../../lib/text/numbers.ts';

/** The actions whose sentence has no date in it leave `on` out. */
type Sentence = (action: Pick<Action, 'count' | 'subject'>, on: string) => string;

/** The sentences of the home page. */
export const HOME_TEXTS = {
  lead: (district: string): string => `The state of the integration in ${district}.`,

  /** What the current run waits for; a run that has ended waits for nothing. */
  next: {
    transferring: 'HR is transferring staff. End the transfer once all have arrived.',
    transferred: 'All staff have been transferred. Validate them next.',
    validated: 'Read the validation report, then commit.',
    committing: 'The commit is in progress.',
  } satisfies Partial<Record<SyncRun['status'], string>> as Partial<Record<SyncRun['status'], string>>,

  noRun: (hasCommitted: boolean): string =>
    hasCommitted ? 'No synchronization is in progress.' : 'No synchronization has been committed yet.',
  startNext: (hasCommitted: boolean): string =>
    hasCommitted
      ? 'Start the next one when HR is ready.'
      : 'Start a transfer to compare HR’s staff with Campus.',

  held: {
    waiting: 'The commit waits for approval.',
    approved: 'The commit was approved. Choose Commit to continue.',
  },
  /** Of the last commit. @param undone it is, or its undo is in progress */
  committedBy: (name: string, undone: boolean): string => (undone ? `by ${name}, undone` : `by ${name}`),
  ofLastCommit: (undone: boolean): string => (undone ? 'The last commit is undone' : 'in the last commit'),

  stepsDone: (done: number, of: number): string =>
    done === of
      ? `All ${count(of)} steps are done. You can hide this list.`
      : `${count(done)} of ${counted(of, 'step', 'steps')} done.`,
  steps: {
    secondFactor: {
      name: 'Turn on the second factor for your account',
      why: 'A stolen password alone then opens nothing.',
      next: 'Open your account',
    },
    credentials: {
      name: 'Hand the credentials over to your HR vendor',
      why: 'The vendor needs Client ID, Client Secret, Token URL and Base URL.',
      next: 'Show the credentials',
    },
    firstCall: {
      name: 'See the first call from HR',
      why: 'The page of the credentials shows when HR called last.',
      next: 'Look for the call',
    },
    staffNumbers: {
      name: 'Correct the staff numbers in Campus',
      why: 'HR matches people by staff number: nobody may lack one, share one, or have a placeholder.',
      next: 'Check the numbers',
    },
    notifications: {
      name: 'Choose who is notified of commits',
      why: 'Without a recipient nobody learns that a commit failed or waits for approval.',
      next: 'Set up notifications',
    },
    guards: {
      name: 'Look at the commit guards',
      why: 'A commit above their limits waits for approval. Save the limits, changed or as they are.',
      next: 'See the limits',
    },
  } satisfies Record<Step, { name: string; why: string; next: string }>,

  nothingWaits: (): string => 'Nothing waits for you.',
  nothingWaitsWhy: (): string => 'What needs a decision or a correction will be listed here.',
  actions: {
    commitHeld: ({ count, subject }) =>
      `The commit of ${counted(count, 'staff member', 'staff members')} waits for approval. ${subject} requested it.`,
    commitApproved: ({ count }) =>
      `The commit of ${counted(count, 'staff member', 'staff members')} was approved and can continue.`,
    commitNotStarted: ({ count, subject }) =>
      `The scheduled commit of ${counted(count, 'staff member', 'staff members')} did not start. ${subject}`,
    feedFailed: ({ subject }, on) => `The feed ${subject} failed on ${on}.`,
    peopleFailed: ({ count }, on) => `${counted(count, 'person', 'people')} failed in the commit of ${on}.`,
    likelyDuplicates: ({ count }) =>
      `${counted(count, 'person from HR is', 'people from HR are')} likely in Campus already, under another number or none.`,
    secretEnds: ({ subject }, on) =>
      `The previous secret of ${subject} stops working on ${on}, and HR has not used the new one yet.`,
    clientEnds: ({ subject }, on) => `The credentials of ${subject} end on ${on}.`,
    clientEnded: ({ subject }, on) => `The credentials of ${subject} ended on ${on}.`,
    clientSilent: ({ count, subject }) => `${subject} has not called for ${counted(count, 'day', 'days')}.`,
    placeholders: ({ count }) =>
      `${counted(count, 'person has', 'people have')} a placeholder instead of a staff number.`,
    sharedNumbers: ({ count }) =>
      `${counted(count, 'person shares', 'people share')} a staff number with somebody else.`,
    missingNumbers: ({ count }) =>
      `${counted(count, 'staff member has', 'staff members have')} no staff number.`,
  } satisfies Record<ActionKind, Sentence> as Record<ActionKind, Sentence>,
  nextOf: {
    commitHeld: 'Review and approve',
    commitApproved: 'Continue the commit',
    commitNotStarted: 'Commit or schedule again',
    feedFailed: 'See what happened',
    peopleFailed: 'See why',
    likelyDuplicates: 'Compare them',
    secretEnds: 'Hand over the new secret',
    clientEnds: 'Extend or replace them',
    clientEnded: 'Extend or disable them',
    clientSilent: 'See its credentials',
    placeholders: 'Correct placeholders',
    sharedNumbers: 'Correct shared numbers',
    missingNumbers: 'Add missing numbers',
  } satisfies Record<ActionKind, string>,

  trends: (runs: number): string =>
    `The last ${counted(runs, 'commit', 'commits')}, the latest on the right.`,
};
