import type { Guard } from '../../../../../lib/sync/guards/limits.ts';

/** The sentences of the page of the commit guards. */
export const GUARD_TEXTS = {
  lead: (): string =>
    'A commit that changes more than these limits allow is held for approval. A district’s first commit is never held.',

  noHold: (): string => 'No commit is held.',
  ownRequest: (): string => 'You requested this commit, so another admin has to approve it.',
  approvalReason: (): string => 'Why this many changes are right. It is kept in the audit log.',
  approvalReasonNeeded: (): string => 'Say why this many changes are right. It is kept in the audit log.',
  approved: (): string => 'The commit was approved.',

  exclusions: (): string =>
    'Commits skip these people until you include them. The results list them as “Excluded”.',
  noExclusions: (): string => 'Nobody is excluded.',
  willBeExcluded: (): string =>
    'Commits skip this person until you include them again. The person’s data stays unchanged.',
  staffNumberNeeded: (): string => 'Enter 1 to 15 letters, digits, “-”, “_” or “.”, as HR sends it.',
  exclusionReasonNeeded: (): string => 'Enter a reason, for the admin who includes this person again.',
  excluded: (): string => 'Commits now skip this person.',
  included: (): string => 'This person is included again.',

  limitsOff: (): string => 'Off: commits of any size start without approval.',
  percentOf: (guard: Guard): string =>
    guard === 'shrunk'
      ? 'Compared with the last committed synchronization.'
      : 'Percent of the transferred staff.',
  ignored: (): string => 'People or positions.',
  percentNeeded: (): string => 'Enter 0 to 100, or leave it empty for no limit.',
  wholeNumberNeeded: (): string => 'Enter a whole number.',
  limitsSaved: (): string => 'The limits were saved.',

  offHours: (zone: string): string =>
    `A commit can be scheduled for the next of these windows. Times are in the district’s time zone, ${zone}.`,
  nextDay: (): string => 'The next day.',
  dayNeeded: (): string => 'Choose at least one day.',
  timeNeeded: (): string => 'Enter a time.',
  otherTimeNeeded: (): string => 'Enter a time that differs from the start.',
  offHoursSaved: (): string => 'The off hours were saved.',

  settings: (): string => 'After a change, validate again to see what it changes.',
  initialIsNoChange: (): string =>
    'A middle initial that begins the middle name in Campus leaves the name as it is, also in single calls.',
  keepUnlistedPositions: (): string => 'A synchronization then removes no position that HR does not list.',
  commitLimit: (): string => 'Staff. Above it HR must submit a job. Empty: no limit.',
  commitLimitNeeded: (): string => 'Enter a whole number from 1, or leave it empty for no limit.',
  settingsSaved: (): string => 'The settings were saved.',
};
