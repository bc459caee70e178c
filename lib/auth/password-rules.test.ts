import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessableWords } from './guessable-words.ts';
import { passwordRefusal } from './password-rules.ts';
import { suggestPassword } from './suggest-password.ts';
import { BREACHED_PASSWORDS } from './tables/breached-passwords.ts';
import { COMMON_PASSWORDS } from './tables/common-passwords.ts';

const code = (password: string, known: string[] = []) => passwordRefusal(password, known)?.code ?? null;

test('15 to 128 characters, counted as people count them', () => {
  expect(code('rivet-otter-9k')).toBe('tooShort');
  expect(code('rivet-otter-9kx')).toBeNull();
  expect(code('😀'.repeat(14))).toBe('tooShort');
  expect(code(`otter rivet lamp ${'moss and fern '.repeat(7)}${'x'.repeat(13)}`)).toBeNull();
  expect(code(`otter rivet lamp ${'moss and fern '.repeat(7)}${'x'.repeat(14)}`)).toBe('tooLong');
});

test('every breached password of fifteen characters is refused, in any case', () => {
  expect(BREACHED_PASSWORDS.size).toBeGreaterThan(3_000);
  for (const word of BREACHED_PASSWORDS) {
    expect(code(word), word).toBe('commonPassword');
    expect(code(word.toUpperCase()), word).toBe('commonPassword');
  }
});

test('every common password that is long enough is refused', () => {
  const long = [...COMMON_PASSWORDS].filter((word) => word.length >= 15);
  expect(long.length).toBeGreaterThan(20);
  for (const word of long) expect(code(word), word).toBe('commonPassword');
});

test.each([
  'passwordpassword',
  'Password Password!',
  'password123456789',
  'qwertyuiop12345',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'letmein-letmein-1',
  '!!!!!!!!!!!!!!!!!!',
  'abcdefghijklmnop',
  'zyxwvutsrqponmlk',
  '1q2w3e4r5t6y7u8i',
  '1a2b3c4d5e6f7g8h',
  'mnbvcxzlkjhgfdsa',
  'abcdefgh12345678',
  '3.14159265358979',
  'P@ssw0rdP@ssw0rd',
  'p4ssw0rdl3tm31n',
  'Ch@ngeM3Ch@ngeM3',
  'correct horse battery staple',
  'CorrectHorseBatteryStaple1!',
  'the quick brown fox',
])('%s is refused', (password) => expect(code(password)).toBe('commonPassword'));

test('what names the user or the district counts as common', () => {
  expect(code('grand-bend.admin', ['admin', 'grand-bend'])).toBe('commonPassword');
  expect(code('zelenka-zelenka1', ['zelenka'])).toBe('commonPassword');
});

test.each([
  'rusty kettle under nine willows',
  'k7xm2-p9qwe-a3zrt-v8bny',
  'Der Hund frisst 3 Birnen',
  'мой кот любит чай и хлеб',
  '我的猫喜欢在雨天喝茶看书听音乐',
])('%s is taken', (password) => expect(code(password)).toBeNull());

test('law: no suggested password is refused, whatever bytes it was made of', () => {
  const groups = fc.array(
    fc.string({ unit: fc.constantFrom(...'abcdefghjkmnpqrstuvwxyz23456789'), minLength: 5, maxLength: 5 }),
    {
      minLength: 4,
      maxLength: 4,
    },
  );
  // Of 99 bits, the few that spell a sequence or a word are no loss: the law is about those that do not.
  const likely = groups.filter((made) => new Set(made.join('')).size >= 10);
  fc.assert(
    fc.property(likely, (made) => code(made.join('-')) === null),
    { numRuns: 300 },
  );
  for (let i = 0; i < 300; i += 1) expect(code(suggestPassword())).toBeNull();
});

test('law: a common password twice, with any signs between and any capitals, is refused', () => {
  const long = [...COMMON_PASSWORDS].filter((word) => word.length >= 8);
  const sign = fc.constantFrom('', ' ', '-', '!', '.');
  fc.assert(
    fc.property(fc.constantFrom(...long), sign, fc.boolean(), (word, between, capital) => {
      const one = capital ? word.toUpperCase() : word;
      expect(code(`${one}${between}${word}`)).toBe('commonPassword');
    }),
  );
});

describe('words of the product, the district, the user and the calendar count as common', () => {
  const district = { appName: 'grand-bend', name: 'Grand Bend Independent Schools' };
  const known = guessableWords({ username: 'mzelenka', name: 'Maria Zelenka', district });

  test.each([
    'Summer2026Summer2026',
    'Summer2026Winter2027',
    'GrandBend2026!!',
    'Campus-BOI-2026!',
    'BusinessOffice1!',
    'IndependentSchools2',
    'maria.zelenka.99',
    'September-2031-!!',
    'WelcomeTeacher12',
    'administrator2026',
    'infinitecampus2026',
    'GrandBendISD2026!',
    'Gr4ndB3nd!5D2026',
    '$umm3r2026W1nter',
    '4dm1n1str4t0r2026',
    'P@ssw0rd2026!!!!',
  ])('%s is refused', (password) => expect(code(password, known)).toBe('commonPassword'));

  test.each(['rivet-otter-9kx', 'rusty kettle under nine willows', 'seven otters on a red bicycle'])(
    '%s is taken',
    (password) => expect(code(password, known)).toBeNull(),
  );
});
