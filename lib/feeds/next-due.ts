import { momentOf, wallTime } from '../sync/schedule/local-moment.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The next moment after `now` at which a feed is due, by the clock of a time zone. Pure. */
export function nextDue(
  now: Date,
  { days, at }: { days: readonly number[]; at: string },
  timeZone: string,
): Date {
  const today = wallTime(now, timeZone).slice(0, 10);
  // Eight days: today's may have passed.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = new Date(Date.parse(`${today}T00:00Z`) + ahead * DAY_MS);
    if (!days.includes(day.getUTCDay() || 7)) continue;
    const due = momentOf(`${day.toISOString().slice(0, 10)}T${at}`, timeZone);
    if (due > now) return due;
  }
  throw new Error('The feed has no days.');
}
