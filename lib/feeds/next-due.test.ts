import { expect, test } from 'vitest';
import { nextDue } from './next-due.ts';

const due = (now: string, days: number[], at = '02:30') =>
  nextDue(new Date(now), { days, at }, 'America/Chicago').toISOString();
const DAILY = [1, 2, 3, 4, 5, 6, 7];

test('later today, or tomorrow once the time has come', () => {
  expect(due('2026-11-24T08:00:00Z', DAILY)).toBe('2026-11-24T08:30:00.000Z');
  expect(due('2026-11-24T08:30:00Z', DAILY)).toBe('2026-11-25T08:30:00.000Z');
});

test('only on its days, a week later at the latest', () => {
  expect(due('2026-11-24T18:00:00Z', [1])).toBe('2026-11-30T08:30:00.000Z');
  expect(due('2026-11-24T08:30:00Z', [2])).toBe('2026-12-01T08:30:00.000Z');
});

test('by the clock: at a time that is skipped as much later, of one that comes twice the first, once', () => {
  expect(due('2026-03-08T07:00:00Z', DAILY)).toBe('2026-03-08T08:30:00.000Z');
  expect(due('2026-11-01T05:00:00Z', DAILY, '01:30')).toBe('2026-11-01T06:30:00.000Z');
  expect(due('2026-11-01T06:30:00Z', DAILY, '01:30')).toBe('2026-11-02T07:30:00.000Z');
});
