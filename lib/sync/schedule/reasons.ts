/** Why a scheduled commit did not start. The page and the message show it. */
export const REASONS = {
  tooLate: 'Nothing was committed: the latest start time had passed.',
  /** Until it starts, it runs with the rights of the user who scheduled it. */
  noLongerAllowed:
    'Nothing was committed: the user who scheduled the commit is no longer allowed to synchronize.',
  jobRunning: 'Nothing was committed: another job was running at the scheduled time.',
  workerLate:
    'Nothing was committed: the worker was not running at the scheduled time, and started too late.',
} as const;
