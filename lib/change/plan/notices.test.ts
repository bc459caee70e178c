import { describe, expect, test } from 'vitest';
import type { CampusPerson } from '../campus-state.ts';
import type { Change } from '../change.ts';
import type { HrNotice } from '../notice.ts';
import { EMPTY_PERSON } from '../person-row.ts';
import { mergedNotices, settledDrift } from './notices.ts';

const person = (...notices: HrNotice[]): CampusPerson => ({
  ...EMPTY_PERSON,
  id: 'p',
  rev: 1,
  identities: [],
  employments: [{ id: 'e1', personId: 'p', hireDate: '2020-07-01', terminationDate: null }],
  positions: [],
  households: [],
  notices,
});
const record = (sent: object = {}) => ({ staffNumber: '10058', demographics: {}, ...sent });
const fieldDrift = (field: string): HrNotice => ({
  id: `n-${field}`,
  kind: 'fieldDrift',
  detail: { field, hr: null },
});
const rowDrift = (table: 'employment' | 'districtAssignment', rowId: string): HrNotice => ({
  id: `n-${rowId}`,
  kind: 'rowDrift',
  detail: { table, rowId, hr: null },
});

test('RO-4 a merge of addresses is one warning of HR’s next record, which settles it', () => {
  const merged: HrNotice = {
    id: 'n1',
    kind: 'addressMerged',
    detail: { dropped: '4321 Lexington Ave', kept: '4321 N Lexington Ave' },
  };
  const { warnings, settles } = mergedNotices(person(fieldDrift('gender'), merged));
  expect(warnings).toEqual([
    {
      code: 'addressMerged',
      message:
        'An admin merged the address “4321 Lexington Ave” into “4321 N Lexington Ave” in Campus. ' +
        'If HR sends the old spelling, Campus uses the kept address.',
    },
  ]);
  expect(settles).toEqual(['n1']);
  expect(mergedNotices({ ...person(), notices: undefined })).toEqual({ warnings: [], settles: [] });
});

describe('RO-5 what HR sends again is no drift any longer, what it leaves out still is', () => {
  test('fields, also those HR clears', () => {
    const drifted = person(...['workPhone', 'lastName', 'ssn', 'staffNumber'].map(fieldDrift));
    expect(settledDrift(drifted, record({ demographics: { workPhone: null } }), [])).toEqual([
      'n-workPhone',
      'n-staffNumber',
    ]);
    const byPath = record({ staffNumberLeftOut: true, ssn: null, demographics: { lastName: 'Simpson' } });
    expect(settledDrift(drifted, byPath, [])).toEqual(['n-lastName', 'n-ssn']);
  });

  test('positions: a list is all of them, a single one only itself', () => {
    const drifted = person(rowDrift('districtAssignment', 'a1'), rowDrift('districtAssignment', 'a2'));
    expect(settledDrift(drifted, record(), [])).toEqual([]);
    expect(settledDrift(drifted, record({ positions: [] }), [])).toEqual(['n-a1', 'n-a2']);
    expect(settledDrift(drifted, undefined, [], ['a2'])).toEqual(['n-a2']);
  });

  test('employments: those HR lists, writes, or that are gone; one HR leaves out stays (EMP-3)', () => {
    const drifted = person(rowDrift('employment', 'e1'), rowDrift('employment', 'gone'));
    const listing = (hireDate: string) => record({ employments: [{ hireDate, terminationDate: null }] });
    expect(settledDrift(drifted, listing('2021-07-01'), [])).toEqual(['n-gone']);
    expect(settledDrift(drifted, listing('2020-07-01'), [])).toEqual(['n-e1', 'n-gone']);
    const written = [{ table: 'employment', op: 'update', id: 'e1' }] as unknown as Change[];
    expect(settledDrift(drifted, listing('2021-07-01'), written)).toEqual(['n-e1', 'n-gone']);
  });
});
