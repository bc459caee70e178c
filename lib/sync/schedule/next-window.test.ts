import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf, wallTime } from './local-moment.ts';
import { nextWindow } from './next-window.ts';
import { DEFAULT_OFF_HOURS, type OffHours } from './schema.ts';

const CHICAGO = 'America/Chicago';
const utc = (text: string) => new Date(text);
const hours = (window: { from: Date; to: Date }) => (window.to.getTime() - window.from.getTime()) / 3_600_000;
const every = (begins: string, ends: string): OffHours => ({ ...DEFAULT_OFF_HOURS, begins, ends });
const next = (now: string, settings: OffHours = DEFAULT_OFF_HOURS) => nextWindow(utc(now), settings, CHICAGO);

test('SYNC-12 off hours: by day the coming night, at night the one it is', () => {
  const night = { from: utc('2026-11-25T04:00:00Z'), to: utc('2026-11-25T11:00:00Z') };
  expect(next('2026-11-24T18:00:00Z')).toEqual(night);
  expect(next('2026-11-25T04:00:00Z')).toEqual(night);
  expect(next('2026-11-25T10:59:59Z')).toEqual(night);
  expect(next('2026-11-25T11:00:00Z').from).toEqual(utc('2026-11-26T04:00:00Z'));
});

test('SYNC-12 off hours: only on the days on which a window begins', () => {
  // 2026-11-24 is a Tuesday.
  const weekend: OffHours = { days: [6], begins: '20:00', ends: '06:00' };
  expect(next('2026-11-24T18:00:00Z', weekend)).toEqual({
    from: utc('2026-11-29T02:00:00Z'),
    to: utc('2026-11-29T12:00:00Z'),
  });
  // On Sunday morning it is Saturday's window still.
  expect(next('2026-11-29T11:00:00Z', weekend).from).toEqual(utc('2026-11-29T02:00:00Z'));
});

test('SYNC-12 off hours: the night in which the clocks go forward is an hour shorter', () => {
  const night = next('2027-03-13T18:00:00Z');
  expect(night).toEqual({ from: utc('2027-03-14T04:00:00Z'), to: utc('2027-03-14T10:00:00Z') });
  expect(hours(night)).toBe(6);
});

test('SYNC-12 off hours: the night in which they go back is an hour longer', () => {
  const night = next('2026-10-31T18:00:00Z');
  expect(night).toEqual({ from: utc('2026-11-01T03:00:00Z'), to: utc('2026-11-01T11:00:00Z') });
  expect(hours(night)).toBe(8);
});

test('SYNC-12 off hours: a time that is left out is an hour later, one that comes twice its first', () => {
  expect(next('2027-03-13T18:00:00Z', every('02:30', '06:00')).from).toEqual(utc('2027-03-14T08:30:00Z'));
  expect(next('2026-11-01T04:00:00Z', every('01:30', '06:00')).from).toEqual(utc('2026-11-01T06:30:00Z'));
  // From 2:30, which is 3:30 then, to 3:10: no window is left that night.
  expect(next('2027-03-14T06:00:00Z', every('02:30', '03:10')).from).toEqual(utc('2027-03-15T07:30:00Z'));
});

const zone = fc.constantFrom(CHICAGO, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC', 'America/St_Johns');
const moment = fc.date({
  min: utc('2020-01-01T00:00:00Z'),
  max: utc('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const two = (n: number) => String(n).padStart(2, '0');
const timeOfDay = fc.integer({ min: 0, max: 1439 }).map((n) => `${two(Math.floor(n / 60))}:${two(n % 60)}`);
const settings: fc.Arbitrary<OffHours> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    begins: timeOfDay,
    ends: timeOfDay,
  })
  .filter(({ begins, ends }) => begins !== ends);
const isoWeekday = (wall: string) => new Date(`${wall.slice(0, 10)}T00:00Z`).getUTCDay() || 7;

function law<Values extends [unknown, ...unknown[]]>(
  given: { [At in keyof Values]: fc.Arbitrary<Values[At]> },
  name: string,
  holds: (...values: Values) => void,
): void {
  test(name, () => fc.assert(fc.property(...given, holds)));
}

law(
  [moment, settings, zone],
  'SYNC-12 a window is whole, not over, begins on one of its days, and nowhere in it is another one',
  (now, off, timeZone) => {
    const window = nextWindow(now, off, timeZone);
    expect(window.from < window.to).toBe(true);
    expect(window.to > now).toBe(true);
    expect(hours(window)).toBeLessThanOrEqual(25);
    const wall = wallTime(window.from, timeZone);
    expect(off.days).toContain(isoWeekday(wall));
    // Exactly when it should, unless the clocks leave that time out.
    const shifted = wall.slice(11) > off.begins;
    expect(wall.slice(11) === off.begins || shifted).toBe(true);
    const start = Math.max(window.from.getTime(), now.getTime());
    const inside = new Date((start + window.to.getTime()) / 2);
    expect(nextWindow(inside, off, timeZone).from <= inside).toBe(true);
  },
);

law(
  [moment, settings, zone, fc.integer({ min: 1, max: 14 * 24 * 60 })],
  'SYNC-12 later never leads to an earlier window',
  (now, off, timeZone, minutes) => {
    const later = new Date(now.getTime() + minutes * 60_000);
    expect(nextWindow(later, off, timeZone).from >= nextWindow(now, off, timeZone).from).toBe(true);
  },
);

law([moment, zone], 'a wall time leads back to its moment, or to the first of two', (at, timeZone) => {
  const wall = wallTime(at, timeZone);
  const found = momentOf(wall, timeZone);
  expect(wallTime(found, timeZone)).toBe(wall);
  expect(found <= at).toBe(true);
});
