import { describe, expect, test } from 'vitest';
import { Campus } from '../testing/campus.ts';
import { hr, hrUpdate, position } from '../testing/hr.ts';
import { seedPerson, seedPosition } from '../testing/seed.ts';
import { planPositionCreate, planPositionUpdate } from './positions/single-position.ts';

/** Pat, whose employment ended or goes on, with an open position. */
function campusWith({ terminationDate = null, endDate = null }: Record<string, string | null> = {}) {
  const campus = new Campus();
  const personId = seedPerson(campus);
  campus.add('employment', { personId, hireDate: '2020-07-25', terminationDate });
  seedPosition(campus, personId, { endDate });
  return campus;
}
const ended = [{ hireDate: '2020-07-25', terminationDate: '2026-06-30' }];
const warnings = (plan: { warnings: { code: string; pointer?: string }[] } | undefined) =>
  plan?.warnings
    .filter(({ code }) => code === 'positionStillOpen')
    .map(({ code, pointer }) => `${pointer} ${code}`);
const update = (campus: Campus, sent: Record<string, unknown>) =>
  warnings(campus.plan([hrUpdate(sent)], 'update')[0]);

describe('STAFF-7 an ended employment with an open position', () => {
  test('of a new person', () => {
    const [plan] = new Campus().plan([hr({ employments: ended, positions: [position()] })]);
    expect(warnings(plan)).toEqual(['/positions positionStillOpen']);
  });
  test('that Campus has already', () => {
    expect(update(campusWith(), { employments: ended })).toEqual(['/employments positionStillOpen']);
    const left = campusWith({ terminationDate: '2026-06-30', endDate: '2026-06-30' });
    expect(update(left, { positions: [position({ startDate: '2024-01-01' })] })).toEqual([
      '/positions positionStillOpen',
    ]);
  });
  test('not where the record ends or removes the position, or Campus has another employment', () => {
    expect(
      update(campusWith(), { employments: ended, positions: [position({ endDate: '2026-06-30' })] }),
    ).toEqual([]);
    expect(update(campusWith(), { employments: ended, positions: [] })).toEqual([]);
    const employments = [{ hireDate: '2015-01-01', terminationDate: '2018-06-30' }];
    expect(update(campusWith(), { employments })).toEqual([]);
  });
  test('not where the call has neither employments nor positions', () => {
    expect(update(campusWith({ terminationDate: '2026-06-30' }), { workPhone: '2' })).toEqual([]);
  });
  test.each([
    [planPositionCreate, '2026-06-30', ['/endDate positionStillOpen']],
    [planPositionUpdate, '2026-06-30', ['/endDate positionStillOpen']],
    [planPositionCreate, null, []],
  ])('in a call of one position (%o, %s)', (plan, terminationDate, expected) => {
    const campus = campusWith({ terminationDate });
    expect(warnings(plan(position(), campus.person('10058'), campus.batch('update')))).toEqual(expected);
  });
});
