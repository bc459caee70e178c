'use client';

import { createContext, type ReactNode, useContext } from 'react';

const Zone = createContext('UTC');

/** The district's time zone, for every date below. */
export const TimeZone = ({ zone, children }: { zone: string; children: ReactNode }) => (
  <Zone value={zone}>{children}</Zone>
);

export const useTimeZone = (): string => useContext(Zone);

/** M/D/YYYY in the district's zone, as Campus writes dates; with the time where it matters. */
export function DateTime({ at, time }: { at: string; time?: boolean }) {
  const zone = useTimeZone();
  return (
    <time dateTime={at} title={withZone(at, zone)}>
      {formatDate(at, zone)}
      {time && ` ${formatTime(at, zone)}`}
    </time>
  );
}

export const formatDate = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }).format(
    new Date(at),
  );

export const formatTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' }).format(new Date(at)).replace(' ', ' ');

const withZone = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));

/** A calendar date, `YYYY-MM-DD`, as M/D/YYYY: it has no zone. */
export function calendarDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
