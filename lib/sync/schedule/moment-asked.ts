import type { ErrorCode } from '../../codes/code.ts';
import { Invalid } from '../../failure.ts';
import { momentOf, wallTime } from './local-moment.ts';
import { SCHEDULE_TEXTS } from './texts.ts';

/** The queue keeps jobs at least that long. */
const MAX_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The moment of a wall time at which a commit is to begin. Pure.
 * @throws Invalid unless it is ahead, and no more than 30 days
 */
export function momentAsked(at: string, timeZone: string, now: Date): Date {
  const refuse = (code: ErrorCode, message: string) =>
    new Invalid(SCHEDULE_TEXTS.notScheduled(), [{ pointer: '/at', code, message }]);
  const real = Number.isFinite(Date.parse(`${at}:00Z`)) && isSameDay(at);
  if (!real) throw refuse('invalidDate', SCHEDULE_TEXTS.noSuchTime());
  const moment = momentOf(at, timeZone);
  if (wallTime(moment, timeZone) !== at) throw refuse('invalidDate', SCHEDULE_TEXTS.timeIsSkipped());
  if (moment <= now) throw refuse('tooEarly', SCHEDULE_TEXTS.timeHasPassed());
  if (moment.getTime() > now.getTime() + MAX_DAYS * DAY_MS)
    throw refuse('tooLate', SCHEDULE_TEXTS.timeIsTooFar(MAX_DAYS));
  return moment;
}

/** 2026-02-30 is read as another day. */
const isSameDay = (at: string): boolean => new Date(`${at}:00Z`).toISOString().startsWith(at);
