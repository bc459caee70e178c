/** Why a scheduled commit does not begin, as its page and message say it. */
export const TOO_LATE = 'The time until which it could begin had passed. Nothing was committed.';
/** As long as it waits, whoever scheduled it stands for it. */
export const GONE = 'Whoever scheduled it may not synchronize any more. Nothing was committed.';
export const BUSY = 'Another job was under way at its time. Nothing was committed.';
export const OVERDUE =
  'The worker was not running at its time, nor soon enough after. Nothing was committed.';
