import { describe, expect, test } from 'vitest';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change } from '../../change/change.ts';
import type { HrNotice } from '../../change/notice.ts';
import { EMPTY_PERSON } from '../../change/person-row.ts';
import { driftOf, listDrift } from './drift.ts';

const ssn = (last4: string) => ({ cipher: Buffer.from(last4), index: Buffer.from(last4), last4 });
const row = { ...EMPTY_PERSON, staffNumber: '10058', workPhone: '7635550100', ssn: ssn('1234') };
const name = { personId: 'p', startDate: null, endDate: null, current: true, middleName: null };
const campus = (over: Partial<CampusPerson> = {}): CampusPerson => ({
  ...row,
  id: 'p',
  rev: 1,
  identities: [{ id: 'i', ...name, lastName: 'Simpson', firstName: 'Pat' }],
  employments: [{ id: 'e', personId: 'p', hireDate: '2020-07-01', terminationDate: null }],
  positions: [],
  households: [],
  ...over,
});
const why = { rule: 'RO-5', reason: '' };
const employment = { personId: 'p', hireDate: '2020-07-01', terminationDate: null };

describe('RO-5 an edit during an unlock keeps HR’s value', () => {
  test('of each field that changes; of an SSN the last four digits', () => {
    const after = { ...row, workPhone: null, ssn: ssn('9876') };
    const changes: Change[] = [{ table: 'person', op: 'update', id: 'p', before: row, after, ...why }];
    const { fields, rows } = driftOf(campus(), changes);
    expect(Object.fromEntries(fields.map(({ field, hr }) => [field, hr]))).toEqual({
      ssn: '1234',
      workPhone: '7635550100',
    });
    expect(rows).toEqual([]);
  });

  test('of a name only what changes', () => {
    const after = { ...name, lastName: 'Brown', firstName: 'Pat' };
    const changes: Change[] = [{ table: 'identity', op: 'insert', id: 'j', before: null, after, ...why }];
    expect(driftOf(campus(), changes).fields).toEqual([{ field: 'lastName', hr: 'Simpson' }]);
  });

  test('of an employment or a position the whole row, none of one that is added', () => {
    const added = { ...employment, hireDate: '2021-07-01' };
    const changes: Change[] = [
      { table: 'employment', op: 'delete', id: 'e', before: employment, after: null, ...why },
      { table: 'employment', op: 'insert', id: 'f', before: null, after: added, ...why },
    ];
    expect(driftOf(campus(), changes).rows).toEqual([
      { table: 'employment', rowId: 'e', hr: { hireDate: '2020-07-01', terminationDate: null } },
      { table: 'employment', rowId: 'f', hr: null },
    ]);
  });
});

describe('RO-5 drift is what differs from HR’s last record', () => {
  const field = (of: string, hr: string | null): HrNotice => ({
    id: of,
    kind: 'fieldDrift',
    detail: { field: of, hr },
  });
  const ofRow = (rowId: string, hr: Record<string, string | null> | null): HrNotice => ({
    id: rowId,
    kind: 'rowDrift',
    detail: { table: 'employment', rowId, hr },
  });
  const dates = { hireDate: '2020-07-01', terminationDate: null };

  test('both values, in words', () => {
    const notices = [field('workPhone', '7635550199'), field('lastName', 'Brown'), ofRow('gone', dates)];
    expect(listDrift(campus({ notices }))).toEqual([
      { what: 'work phone', hr: '7635550199', campus: '7635550100' },
      { what: 'last name', hr: 'Brown', campus: 'Simpson' },
      { what: 'employment', hr: '2020-07-01 – open', campus: null },
    ]);
  });

  test('what was edited back, or added and removed again, is none', () => {
    const notices = [field('workPhone', '7635550100'), ofRow('e', dates), ofRow('never', null)];
    expect(listDrift(campus({ notices }))).toEqual([]);
  });
});
