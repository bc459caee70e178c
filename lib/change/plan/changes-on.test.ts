import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffNumberKey } from '../../record/record.ts';
import { campusOf, district, written } from '../testing/arbitrary.ts';
import { Campus } from '../testing/campus.ts';
import { hr } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';
import { changesOn } from './changes-on.ts';

/** Before, on and after each date that the arbitrary districts have in the future. */
const DAYS = [
  '2026-11-24',
  '2026-11-25',
  '2026-12-24',
  '2027-06-29',
  '2027-06-30',
  '2027-07-01',
  '2027-07-31',
].concat([
  '2027-08-01',
  '2027-08-02',
  '2028-06-29',
  '2028-06-30',
  '2028-07-01',
  '2099-12-25',
  '2099-12-26',
  '2100-01-01',
]);

test('SYNC-6 a plan that changes nothing and tells nothing stays so until the day that is named', () => {
  let spared = 0;
  fc.assert(
    fc.property(district, ({ people, feed }) => {
      const campus = campusOf(people);
      const records = feed.map((sent, index) => hr(written(`${index + 1}`, sent)));
      campus.commit(records);
      for (const record of records) {
        campus.today = '2026-11-24';
        const [before] = campus.plan([record]);
        if (before?.outcome !== 'unchanged' || before.changes.length + before.warnings.length > 0) continue;
        const [person] = campus.state().people.get(staffNumberKey(record.staffNumber)) ?? [];
        if (!person) continue;
        const until = changesOn(record, person, campus.today) ?? '9999-12-31';
        for (const day of DAYS.filter((one) => one < until)) {
          campus.today = day;
          expect(campus.plan([record])[0]).toEqual(before);
          spared += 1;
        }
      }
    }),
  );
  expect(spared).toBeGreaterThan(100);
});

test.each([
  [
    'the end of an employment',
    { employments: [{ hireDate: '2020-08-01', terminationDate: '2027-06-30' }] },
    '2027-06-30',
  ],
  ['a birth date’s 120th year (STAFF-7)', { birthDate: '1979-12-26' }, '2099-12-26'],
  [
    'nothing but the past',
    { employments: [{ hireDate: '2020-08-01', terminationDate: '2021-06-30' }] },
    null,
  ],
])('SYNC-6 the day decides by %s', (_, sent, expected) => {
  const campus = new Campus();
  seedPerson(campus, { staffNumber: '10058' });
  const record = hr(sent);
  campus.commit([record]);
  const [person] = campus.state().people.get('10058') ?? [];
  expect(person && changesOn(record, person, campus.today)).toBe(expected);
});

test('SYNC-6 the day decides by the end of a membership in a household, which the plan does not see', () => {
  const campus = new Campus();
  const personId = seedPerson(campus, { staffNumber: '10058' });
  const householdId = campus.add('household', { name: 'Simpson', phone: null, staffHousehold: true });
  campus.add('householdMember', { householdId, personId, startDate: null, endDate: '2026-12-31' });
  const [person] = campus.state().people.get('10058') ?? [];
  expect(person && changesOn(hr(), person, campus.today)).toBe('2026-12-31');
});
