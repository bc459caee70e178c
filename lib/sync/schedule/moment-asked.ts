import type { ErrorCode } from '../../codes/code.ts';
import { Invalid } from '../../failure.ts';
import { momentOf, wallTime } from './local-moment.ts';

/** The queue keeps jobs at least that long. */
const MAX_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The moment of a wall time at which a commit is to begin. Pure.
 * @throws Invalid unless it is ahead, and no more than 30 days
 */
export function momentAsked(at: string, timeZone: string, now: Date): Date {
  const refuse = (code: ErrorCode, message: string) =>
    new Invalid('The commit was not scheduled.', [{ pointer: '/at', code, message }]);
  const real = Number.isFinite(Date.parse(`${at}:00Z`)) && isSameDay(at);
  if (!real) throw refuse('invalidDate', 'This day or time does not exist.');
  const moment = momentOf(at, timeZone);
  if (wallTime(moment, timeZone) !== at)
    throw refuse('invalidDate', 'The clocks skip this time on that day. Choose another time.');
  if (moment <= now) throw refuse('tooEarly', 'This time has passed. Choose a later time, or commit now.');
  if (moment.getTime() > now.getTime() + MAX_DAYS * DAY_MS)
    throw refuse('tooLate', `Choose a time within ${MAX_DAYS} days.`);
  return moment;
}

/** 2026-02-30 is read as another day. */
const isSameDay = (at: string): boolean => new Date(`${at}:00Z`).toISOString().startsWith(at);
