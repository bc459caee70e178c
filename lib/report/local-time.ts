/** A moment as Campus writes it, `11/24/2026 12:05 PM`, in an IANA time zone. */
export function localTime(moment: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(moment);
  const date = part({ year: 'numeric', month: 'numeric', day: 'numeric' });
  return `${date} ${part({ timeStyle: 'short' }).replace('\u202F', ' ')}`;
}

/** A calendar date, `YYYY-MM-DD`, as M/D/YYYY. */
export function localDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
