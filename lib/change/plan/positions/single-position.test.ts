import { describe, expect, test } from 'vitest';
import type { PositionRecord } from '../../../record/record.ts';
import { Campus } from '../../testing/campus.ts';
import { position } from '../../testing/hr.ts';
import { seedPerson, seedPosition } from '../../testing/seed.ts';
import { planPositionCreate, planPositionUpdate } from './single-position.ts';

type Stored = Parameters<typeof seedPosition>[2];

function campusWith(...stored: Stored[]) {
  const campus = new Campus();
  const personId = seedPerson(campus);
  for (const given of stored) seedPosition(campus, personId, given);
  return campus;
}
function call(campus: Campus, plan: typeof planPositionCreate, sent: Partial<PositionRecord>) {
  const planned = plan(position(sent), campus.person('10058'), campus.batch('update'));
  campus.apply(planned.changes);
  return planned;
}
const rows = (campus: Campus) =>
  campus.rows('districtAssignment').map((row) => `${row.startDate}..${row.endDate ?? ''}`);

const [S1, S2, E1] = ['2020-01-01', '2021-01-01', '2024-06-30'];

describe('POS-8 create', () => {
  test('always creates, also the same values twice', () => {
    const campus = campusWith({ startDate: S1 });
    const plan = call(campus, planPositionCreate, { startDate: S1 });
    expect(rows(campus)).toEqual([`${S1}..`, `${S1}..`]);
    expect(plan).toMatchObject({ outcome: 'updated', errors: [] });
    expect(plan.outcome !== 'failed' && campus.tables.districtAssignment.has(plan.positions[0] ?? '')).toBe(
      true,
    );
  });
  test('REF-2 creates an unknown title and refuses an unknown school', () => {
    const campus = campusWith();
    call(campus, planPositionCreate, { titleCode: 'N', titleDescription: 'New' });
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'New' }]);
    expect(call(campus, planPositionCreate, { schoolNumber: '999' })).toMatchObject({
      outcome: 'failed',
      errors: [{ pointer: '/schoolNumber', code: 'unknownSchool' }],
    });
  });
  test('RO-1 marks the person as HR-managed', () => {
    const campus = campusWith();
    call(campus, planPositionCreate, {});
    expect(campus.rows('person')[0]?.hrManagedAt).not.toBeNull();
  });
});

describe('POS-9 update', () => {
  test('POS-5 moves the end of all positions whose key and start match', () => {
    const campus = campusWith({ startDate: S1 }, { startDate: S1, endDate: E1 }, { startDate: S2 });
    const plan = call(campus, planPositionUpdate, { startDate: S1, endDate: '2025-01-01' });
    expect(rows(campus)).toEqual([`${S1}..2025-01-01`, `${S1}..2025-01-01`, `${S2}..`]);
    expect(plan).toMatchObject({ positions: [expect.any(String), expect.any(String)] });
  });
  test('as they stand: one that is equal already does not keep the other from moving', () => {
    const campus = campusWith({ startDate: S1, endDate: E1 }, { startDate: S1 });
    call(campus, planPositionUpdate, { startDate: S1, endDate: E1 });
    expect(rows(campus)).toEqual([`${S1}..${E1}`, `${S1}..${E1}`]);
  });
  test('POS-6 else moves the start of all whose key and end match', () => {
    const campus = campusWith({ startDate: S1 }, { startDate: S2 });
    call(campus, planPositionUpdate, { startDate: '2022-02-02' });
    expect(rows(campus)).toEqual(['2022-02-02..', '2022-02-02..']);
  });
  test('no match is not found, and nothing changes', () => {
    const campus = campusWith({ startDate: S1, titleCode: 'T1' });
    const plan = call(campus, planPositionUpdate, { titleCode: 'T', startDate: S1 });
    expect(plan).toMatchObject({ outcome: 'failed', changes: [], errors: [{ code: 'positionNotFound' }] });
    expect(campus.rows('title')).toEqual([]);
  });
  test('POS-4 a code that Campus lacks is filled in on all matches, beside the date', () => {
    const campus = campusWith({ startDate: S1 }, { startDate: S1, endDate: E1 }, { startDate: S2 });
    const sent = { titleCode: 'N', titleDescription: 'New', startDate: S1, endDate: E1 };
    const plan = call(campus, planPositionUpdate, sent);
    expect(campus.rows('districtAssignment').map(({ titleCode, endDate }) => [titleCode, endDate])).toEqual([
      ['N', E1],
      ['N', E1],
      [null, null],
    ]);
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'New' }]);
    expect(plan.changes.map(({ rule }) => rule)).toEqual(['RO-1', 'REF-2', 'POS-4', 'POS-5', 'POS-4']);
    expect(call(campus, planPositionUpdate, sent)).toMatchObject({ outcome: 'unchanged' });
  });
  test('POS-4 exact keys first: a position that has all codes and matches by its end is the only one', () => {
    const campus = campusWith({ startDate: S1 }, { startDate: S2, titleCode: 'T' });
    call(campus, planPositionUpdate, { titleCode: 'T', startDate: S1 });
    expect(campus.rows('districtAssignment').map(({ titleCode }) => titleCode)).toEqual([null, 'T']);
    expect(rows(campus)).toEqual([`${S1}..`, `${S1}..`]);
  });
  test('one that is equal is met and stays', () => {
    const campus = campusWith({ startDate: S1 });
    expect(call(campus, planPositionUpdate, { startDate: S1 })).toMatchObject({
      outcome: 'unchanged',
      positions: [expect.any(String)],
    });
  });
});
