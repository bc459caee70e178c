import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAndMonthSwapped, type Fingerprint, likeness } from './likeness.ts';
import { LIKELY } from './scale.ts';

const person = (over: Partial<Fingerprint> = {}): Fingerprint => ({
  names: [{ last: 'simpson', first: 'robert' }],
  birthDate: '1979-12-03',
  ssn: 'aa',
  emails: ['bob@home.org'],
  phones: ['7238971184'],
  addresses: ['4321 oak'],
  ...over,
});
const bare = { ssn: null, emails: [], phones: [], addresses: [] };
const likely = (a: Fingerprint, b: Fingerprint) => likeness(a, b).score >= LIKELY;

test('CMB-2 name and birth date together are likely the same person; so is a nickname, a swap, an earlier name', () => {
  const hired = person(bare);
  expect(likely(hired, person(bare))).toBe(true);
  expect(likely(hired, person({ ...bare, names: [{ last: 'simpson', first: 'bob' }] }))).toBe(true);
  expect(likely(hired, person({ ...bare, names: [{ last: 'robert', first: 'simpson' }] }))).toBe(true);
  const married = [
    { last: 'brown', first: 'bobby' },
    { last: 'simpson', first: 'robert' },
  ];
  expect(likely(hired, person({ ...bare, names: married }))).toBe(true);
});

test('CMB-2 a name alone is not enough, and a father and his son are distinguished by their birth dates', () => {
  expect(likely(person({ ...bare, birthDate: null }), person())).toBe(false);
  expect(likely(person(), person({ birthDate: '2010-01-01', ssn: null }))).toBe(false);
  expect(likely(person(), person({ birthDate: '2010-01-01', ssn: 'bb' }))).toBe(false);
});

test('CMB-2 the SSN tells a rehire under another name; a differing one speaks against', () => {
  const renamed = person({ ...bare, names: [{ last: 'brown', first: 'al' }], ssn: 'aa' });
  expect(likely(person(), renamed)).toBe(true);
  expect(likely(person({ ...bare, ssn: 'aa' }), person({ ...bare, ssn: 'bb' }))).toBe(false);
});

const guardian = person({ ...bare, birthDate: null });

describe('CMB-2 a guardian has no birth date in Campus', () => {
  test.each<[string, Partial<Fingerprint>, boolean]>([
    ['the same phone', { phones: ['7238971184'] }, true],
    ['the same address', { addresses: ['4321 oak'] }, true],
    ['nothing else', {}, false],
    ['another phone and address', { phones: ['7230000001'], addresses: ['5 elm'] }, false],
    [
      'a nickname and the same phone',
      { names: [{ last: 'simpson', first: 'bob' }], phones: ['7238971184'] },
      true,
    ],
    [
      'another first name, the same phone and address: a husband or wife',
      { names: [{ last: 'simpson', first: 'anne' }], phones: ['7238971184'], addresses: ['4321 oak'] },
      false,
    ],
  ])('same name, %s', (_, over, expected) => {
    expect(likely(person(), { ...guardian, ...over })).toBe(expected);
    expect(likely(person({ birthDate: null }), { ...guardian, ...over })).toBe(expected);
  });
  test('a father and his son who share all but the birth date are two', () => {
    expect(likely(person({ ssn: null }), person({ ssn: null, birthDate: '2010-01-01' }))).toBe(false);
  });
  test('twins who share all but the first name are two', () => {
    const { emails: _, ...shared } = person({ ssn: null });
    const twins = { ...shared, emails: [] };
    expect(likely(twins, { ...twins, names: [{ last: 'simpson', first: 'anne' }] })).toBe(false);
  });
});

test('CMB-2 the reasons name what agrees, in words, and no value', () => {
  const { score, reasons } = likeness(person(), person());
  expect(score).toBe(1);
  expect(reasons).toEqual([
    'same name',
    'same birth date',
    'same SSN',
    'same e-mail address',
    'same phone number',
    'same address',
  ]);
});

const name = fc.constantFrom('simpson', 'brown', 'robert', 'bob', 'al');
const fingerprint = fc.record({
  names: fc.array(fc.record({ last: name, first: name }), { minLength: 1, maxLength: 3 }),
  birthDate: fc.option(fc.constantFrom('1979-12-03', '1979-03-12', '2010-01-01')),
  ssn: fc.option(fc.constantFrom('aa', 'bb')),
  emails: fc.subarray(['a@x', 'b@x']),
  phones: fc.subarray(['1', '2']),
  addresses: fc.subarray(['oak', 'elm']),
});

test('CMB-2 law: without the same SSN nobody is likely whose birth date differs by more than a swap', () => {
  fc.assert(
    fc.property(fingerprint, fingerprint, (a, b) => {
      fc.pre(a.birthDate !== null && b.birthDate !== null && (a.ssn === null || a.ssn !== b.ssn));
      fc.pre(a.birthDate !== b.birthDate && dayAndMonthSwapped(a.birthDate ?? '') !== b.birthDate);
      expect(likely(a, b)).toBe(false);
    }),
  );
});

test('CMB-2 laws: the score is between 0 and 1, nobody is likelier than oneself, more agreement never scores less', () => {
  fc.assert(
    fc.property(fingerprint, fingerprint, (a, b) => {
      const { score } = likeness(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(likeness(a, a).score);
      expect(likeness({ ...a, ssn: 'aa' }, { ...b, ssn: 'aa' }).score).toBeGreaterThanOrEqual(score);
      for (const contact of ['emails', 'phones', 'addresses'] as const)
        expect(likeness(a, { ...b, [contact]: [...b[contact], ...a[contact]] }).score).toBeGreaterThanOrEqual(
          score,
        );
    }),
  );
});
