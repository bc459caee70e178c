const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** The wall time at a moment in an IANA time zone, `2026-11-26T22:30`. */
export function wallTime(moment: Date, timeZone: string): string {
  const part = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const utc = (wall: string): number => Date.parse(`${wall}:00Z`);
const offsetAt = (moment: number, timeZone: string): number =>
  utc(wallTime(new Date(moment), timeZone)) - Math.floor(moment / MINUTE) * MINUTE;

/**
 * The moment of a wall time. Of one that comes twice, as clocks go back, the first; one that is left out, as they go
 * forward, is as much later as the clocks go. Its own wall time then differs from what was asked.
 */
export function momentOf(wall: string, timeZone: string): Date {
  const asUtc = utc(wall);
  // The offsets a day before and a day after differ if the clocks change in between.
  const before = offsetAt(asUtc - DAY, timeZone);
  const after = offsetAt(asUtc + DAY, timeZone);
  const found = [before, after]
    .map((offset) => asUtc - offset)
    .filter((moment) => wallTime(new Date(moment), timeZone) === wall);
  return new Date(found.length > 0 ? Math.min(...found) : asUtc - before);
}
