import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  mapRecord,
  mapSent,
  mapSentPosition,
  type ValueMap,
  valuesSent,
  withSentValues,
} from './map-values.ts';
import { parseNewStaffMember } from './parse.ts';

const map = (over: Partial<Record<keyof ValueMap, Record<string, string>>> = {}): ValueMap => ({
  schools: new Map(Object.entries(over.schools ?? {})),
  genders: new Map(Object.entries(over.genders ?? {})),
  assignmentCodes: new Map(Object.entries(over.assignmentCodes ?? {})),
  titles: new Map(Object.entries(over.titles ?? {})),
});
const noSsn = () => {
  throw new Error('There is no SSN in these records.');
};
const record = (json: unknown) => {
  const parsed = parseNewStaffMember(json, noSsn);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.record;
};

const SENT = {
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'Female',
  positions: [
    {
      schoolNumber: 'Harrison High School',
      titleCode: 'COACH-VB',
      titleDescription: 'Volleyball',
      startDate: '2023-10-01',
    },
    { schoolNumber: '010', assignmentCode: '20', startDate: '2023-10-01' },
  ],
};
const MAP = map({
  schools: { 'Harrison High School': '010' },
  genders: { Female: 'F' },
  titles: { 'COACH-VB': '337C8989' },
});

test('REF-3 HR’s values become Campus’ codes before the record is checked, and each is named', () => {
  const { json, mapped } = mapSent(SENT, MAP);
  expect(mapped).toEqual([
    { kind: 'genders', value: 'Female', code: 'F', pointer: '/gender' },
    { kind: 'schools', value: 'Harrison High School', code: '010', pointer: '/positions/0/schoolNumber' },
    { kind: 'titles', value: 'COACH-VB', code: '337C8989', pointer: '/positions/0/titleCode' },
  ]);
  expect(record(json)).toMatchObject({
    demographics: { gender: 'F' },
    positions: [
      { schoolNumber: '010', titleCode: '337C8989', titleDescription: null },
      { schoolNumber: '010' },
    ],
  });
});

test('REF-3 a staged record has HR’s own values, and is mapped as they are mapped then', () => {
  const staged = withSentValues(record(mapSent(SENT, MAP).json), SENT);
  expect(staged).toMatchObject({
    demographics: { gender: 'Female' },
    positions: [
      { schoolNumber: 'Harrison High School', titleCode: 'COACH-VB', titleDescription: 'Volleyball' },
      { schoolNumber: '010', assignmentCode: '20' },
    ],
  });
  expect(mapRecord(staged, MAP)).toEqual(record(mapSent(SENT, MAP).json));
  expect(mapRecord(staged, map({ genders: { Female: 'X' } })).demographics.gender).toBe('X');
  expect(mapRecord(staged, undefined)).toBe(staged);
});

test('REF-3 a value is compared exactly: zeros, case and inner blanks count, blanks around it and the form of accents do not', () => {
  const of = (value: string, sent: string) =>
    mapSentPosition({ schoolNumber: sent }, map({ schools: { [value]: '010' } })).mapped.length === 1;
  expect([of('1', '1'), of('1', ' 1 '), of('1', '1\u200b'), of('É1', 'E\u03011')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([of('1', '001'), of('m', 'M'), of('A B', 'AB'), of('A B', 'A  B'), of('1', '１')]).toEqual(
    Array(5).fill(false),
  );
});

test('REF-3 what is no text stays as it was sent, also names that JavaScript objects have', () => {
  const odd = {
    gender: 1,
    positions: [5, null, { schoolNumber: 15, titleCode: 'constructor' }],
    ...JSON.parse('{"__proto__":1}'),
  };
  expect(mapSent(odd, MAP)).toEqual({ json: odd, mapped: [] });
  expect(mapSent('x', MAP)).toEqual({ json: 'x', mapped: [] });
  expect(mapSent([SENT], MAP).mapped).toEqual([]);
});

test('the values of a record, each once', () => {
  const twice = {
    ...SENT,
    positions: [...SENT.positions, { schoolNumber: ' 010 ', titleCode: 'x'.repeat(101) }],
  };
  expect(valuesSent(twice)).toEqual([
    { kind: 'genders', value: 'Female' },
    { kind: 'schools', value: 'Harrison High School' },
    { kind: 'titles', value: 'COACH-VB' },
    { kind: 'schools', value: '010' },
    { kind: 'assignmentCodes', value: '20' },
  ]);
  expect(valuesSent({ schoolNumber: '010' })).toEqual([{ kind: 'schools', value: '010' }]);
});

const code = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });

test('REF-3 law: a mapping changes the codes that it names, and nothing else of what was sent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ schoolNumber: code, assignmentCode: code, startDate: fc.constant('2020-01-01') })),
      fc.dictionary(code, code),
      (positions, schools) => {
        const sent = { staffNumber: '1', gender: 'F', positions };
        const { json, mapped } = mapSent(sent, map({ schools }));
        const after = json as typeof sent;
        expect({ ...after, positions: after.positions.map(({ schoolNumber: _, ...rest }) => rest) }).toEqual({
          ...sent,
          positions: positions.map(({ schoolNumber: _, ...rest }) => rest),
        });
        const changed = after.positions.flatMap((one, i) =>
          one.schoolNumber === positions[i]?.schoolNumber ? [] : [`/positions/${i}/schoolNumber`],
        );
        expect(mapped.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(changed));
      },
    ),
  );
});
