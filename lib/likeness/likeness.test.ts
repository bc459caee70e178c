import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAndMonthSwapped, type Fingerprint, LIKELY, likeness } from './likeness.ts';

const person = (over: Partial<Fingerprint> = {}): Fingerprint => ({
  names: [{ last: 'simpson', first: 'robert' }],
  birthDate: '1979-12-03',
  ssn: 'aa',
  emails: ['bob@home.org'],
  phones: ['7238971184'],
  ...over,
});
const bare = { ssn: null, emails: [], phones: [] };
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

test('CMB-2 a name alone is not enough, and a father and his son are told apart by their birth dates', () => {
  expect(likely(person({ ...bare, birthDate: null }), person())).toBe(false);
  expect(likely(person(), person({ birthDate: '2010-01-01', ssn: null }))).toBe(false);
  expect(likely(person(), person({ birthDate: '2010-01-01', ssn: 'bb' }))).toBe(false);
});

test('CMB-2 the SSN tells a rehire under another name; a differing one speaks against', () => {
  const renamed = person({ names: [{ last: 'brown', first: 'al' }], emails: [], phones: [] });
  expect(likely(person(), renamed)).toBe(true);
  expect(likely(person({ emails: [], phones: [] }), person({ ssn: 'bb', emails: [], phones: [] }))).toBe(
    false,
  );
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
  ]);
});

const name = fc.constantFrom('simpson', 'brown', 'robert', 'bob', 'al');
const fingerprint = fc.record({
  names: fc.array(fc.record({ last: name, first: name }), { minLength: 1, maxLength: 3 }),
  birthDate: fc.option(fc.constantFrom('1979-12-03', '1979-03-12', '2010-01-01')),
  ssn: fc.option(fc.constantFrom('aa', 'bb')),
  emails: fc.subarray(['a@x', 'b@x']),
  phones: fc.subarray(['1', '2']),
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
      expect(likeness(a, { ...b, emails: [...b.emails, ...a.emails] }).score).toBeGreaterThanOrEqual(score);
    }),
  );
});
