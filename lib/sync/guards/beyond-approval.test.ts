import { expect, test } from 'vitest';
import { beyondApproval } from './beyond-approval.ts';
import type { Exceeded } from './schema.ts';

const created = (found: number): Exceeded => ({ limit: 'created', found, of: 1000, percent: 10 });
const ended = (found: number): Exceeded => ({ limit: 'ended', found, of: 1000, percent: 5 });
const beyond = (approved: Exceeded[], now: Exceeded[], leastPeople = 10) =>
  beyondApproval({ leastPeople }, approved, now).map(({ limit }) => limit);

test('SYNC-13 an approval covers what it was given for, and less', () => {
  expect(beyond([created(300)], [created(300)])).toEqual([]);
  expect(beyond([created(300)], [created(150)])).toEqual([]);
  expect(beyond([created(300)], [])).toEqual([]);
});

test('SYNC-13 an approval covers what has grown since by no more than the limit allows', () => {
  expect(beyond([created(300)], [created(400)])).toEqual([]);
  expect(beyond([created(300)], [created(401)])).toEqual(['created']);
  expect(beyond([created(300)], [created(401)], 200)).toEqual([]);
});

test('SYNC-13 an approval does not cover a limit that the commit was below', () => {
  expect(beyond([created(300)], [created(300), ended(51)])).toEqual(['ended']);
  expect(beyond([], [created(101)])).toEqual(['created']);
});
