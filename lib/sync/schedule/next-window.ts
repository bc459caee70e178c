import { momentOf, wallTime } from './local-moment.ts';
import type { OffHours } from './schema.ts';

export interface Window {
  from: Date;
  to: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Two weeks and a day: every weekday twice, in case the change of clocks skips a window. */
const DAYS_AHEAD = 15;

/** The off-hours window that `now` is in, or the next one. Pure. */
export function nextWindow(now: Date, { days, begins, ends }: OffHours, timeZone: string): Window {
  const today = wallTime(now, timeZone).slice(0, 10);
  // Yesterday's window may still be open.
  for (let ahead = -1; ahead < DAYS_AHEAD; ahead += 1) {
    const day = plusDays(today, ahead);
    if (!days.includes(weekday(day))) continue;
    const from = momentOf(`${day}T${begins}`, timeZone);
    const to = momentOf(`${ends > begins ? day : plusDays(day, 1)}T${ends}`, timeZone);
    if (to > now && from < to) return { from, to };
  }
  throw new Error('There is no off-hours window within two weeks.');
}

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 is Monday, 7 Sunday. */
const weekday = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;
