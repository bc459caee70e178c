/** A formatter takes some ten kilobytes that no heap counts, and as long to make as a row to draw: one a zone is enough. */
const formatters = new Map<string, { date: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();

function formattersOf(timeZone: string) {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = {
    date: new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }),
    time: new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' }),
  };
  formatters.set(timeZone, made);
  return made;
}

/** A moment as Campus writes it, `11/24/2026 12:05 PM`, in an IANA time zone. */
export function localTime(moment: Date, timeZone: string): string {
  const { date, time } = formattersOf(timeZone);
  return `${date.format(moment)} ${time.format(moment).replace('\u202F', ' ')}`;
}

/** A calendar date, `YYYY-MM-DD`, as M/D/YYYY. */
export function localDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
