/** Why a scheduled commit did not start. The page and the message show it. */
export const NOT_STARTED = {
  tooLate: 'Nothing was committed: the latest start time had passed.',
  /** Until it starts, it runs with the rights of the user who scheduled it. */
  noLongerAllowed:
    'Nothing was committed: the user who scheduled the commit is no longer allowed to synchronize.',
  jobRunning: 'Nothing was committed: another job was running at the scheduled time.',
  workerLate:
    'Nothing was committed: the worker was not running at the scheduled time, and started too late.',
} as const;

/** What an admin reads when a commit can't be scheduled or did not start. */
export const SCHEDULE_TEXTS = {
  usersOnly: () => 'Only an admin can schedule a commit.',
  jobRunning: () => 'A job is in progress. Schedule the commit after it has ended.',
  notScheduled: () => 'The commit was not scheduled.',
  noSuchTime: () => 'This day or time does not exist.',
  timeIsSkipped: () => 'The clocks skip this time on that day. Choose another time.',
  timeHasPassed: () => 'This time has passed. Choose a later time, or commit now.',
  timeIsTooFar: (days: number) => `Choose a time within ${days} days.`,
  nothingScheduled: () => 'No commit is scheduled. Reload the page to see the current state.',
  /** The message to the recipients. */
  didNotStart: () => 'A scheduled commit did not start',
  didNotStartBody: (reason: string, by: string) =>
    `${reason}\n\n${by} scheduled it. Commit now, or schedule it again.`,
} as const;
