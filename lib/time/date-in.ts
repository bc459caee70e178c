/** By time zone. Creating one takes longer than planning a person. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at `moment` in an IANA time zone, `YYYY-MM-DD` (ID-2: dates are the district's). */
export function dateIn(timeZone: string, moment: Date): string {
  const known = calendars.get(timeZone);
  const calendar = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  if (!known) calendars.set(timeZone, calendar);
  return calendar.format(moment);
}
