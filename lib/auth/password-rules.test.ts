import { describe, expect, test } from 'vitest';
import { guessableWords } from './guessable-words.ts';
import { passwordRefusal } from './password-rules.ts';
import { COMMON_PASSWORDS } from './tables/common-passwords.ts';

const code = (password: string, known: string[] = []) => passwordRefusal(password, known)?.code ?? null;

test('15 to 128 characters, counted as people count them', () => {
  expect(code('rivet-otter-9k')).toBe('tooShort');
  expect(code('rivet-otter-9kx')).toBeNull();
  expect(code('😀'.repeat(14))).toBe('tooShort');
  expect(code(`otter rivet lamp ${'moss and fern '.repeat(7)}${'x'.repeat(13)}`)).toBeNull();
  expect(code(`otter rivet lamp ${'moss and fern '.repeat(7)}${'x'.repeat(14)}`)).toBe('tooLong');
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
])('%s is refused', (password) => expect(code(password)).toBe('commonPassword'));

test('what names the user or the district counts as common', () => {
  expect(code('grand-bend.admin', ['admin', 'grand-bend'])).toBe('commonPassword');
  expect(code('zelenka-zelenka1', ['zelenka'])).toBe('commonPassword');
});

test.each([
  'correct horse battery staple',
  'k7xm2-p9qwe-a3zrt-v8bny',
  'Der Hund frisst 3 Birnen',
  'мой кот любит чай и хлеб',
  '我的猫喜欢在雨天喝茶看书听音乐',
])('%s is taken', (password) => expect(code(password)).toBeNull());

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
  ])('%s is refused', (password) => expect(code(password, known)).toBe('commonPassword'));

  test.each(['rivet-otter-9kx', 'correct horse battery staple', 'seven otters on a red bicycle'])(
    '%s is taken',
    (password) => expect(code(password, known)).toBeNull(),
  );
});
