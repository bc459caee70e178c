import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRead, hasLetter, legible } from './legible.ts';

const code = (char: string) => `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
const named = (chars: Iterable<string>) => [...chars].map((char) => [code(char), char] as const);

const INVISIBLE = [
  ...'\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2061\u2066\u206f',
  ...'\u3164\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffe\uffff\u0001\u001f\u007f\u0080',
  '\u{1bca0}',
  '\u{1d159}',
  '\u{1d173}',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e0100}',
];
const BLANK = [
  ...' \t\n\u000b\f\r\u0085\u00a0\u1680\u2000\u2002\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u2800\u3000',
];
const APOSTROPHES = [..."'’‘‛`´ʼʻʽʾʿʹ′‵＇｀ꞌ՚"];
const HYPHENS = [...'-‐‑‒–—―−－﹣⁃˗֊'];

describe('ID-5 an invisible character is left out', () => {
  test.each(named(INVISIBLE))('%s', (_, char) => {
    expect(legible(`Pat${char}ricia`)).toBe('Patricia');
    expect(legible(`${char}Pat${char}`)).toBe('Pat');
    expect(legible(char)).toBe('');
  });
});

describe('ID-5 any run of blanks is read as one, and none is kept around a text', () => {
  test.each(named(BLANK))('%s', (_, char) => {
    expect(legible(`${char}Mary Ann ${char}`)).toBe('Mary Ann');
    expect(asRead(`Mary${char} ${char}Ann`)).toBe('Mary Ann');
    expect(asRead(`Mary${char}Ann`)).toBe('Mary Ann');
    expect(legible(char.repeat(3))).toBe('');
  });
  test('blanks inside are stored as sent', () => {
    expect(legible('Mary\u00a0Ann  Lee')).toBe('Mary\u00a0Ann  Lee');
  });
});

describe('ID-5 apostrophes and hyphens are read alike, and stored as sent', () => {
  test.each(named(APOSTROPHES))('apostrophe %s', (_, char) => {
    expect(asRead(`O${char}Brien`)).toBe("O'Brien");
    expect(legible(`O${char}Brien`)).toBe(`O${char}Brien`.normalize('NFC'));
  });
  test.each(named(HYPHENS))('hyphen %s', (_, char) => {
    expect(asRead(`Smith${char}Jones`)).toBe('Smith-Jones');
    expect(legible(`Smith${char}Jones`)).toBe(`Smith${char}Jones`);
  });
});

test('ID-5 composed and decomposed letters are stored composed, also with a joiner between letter and mark', () => {
  expect(legible('Jose\u0301')).toBe('José');
  expect(legible('Jose\u200b\u0301')).toBe('José');
  expect(legible('Nguye\u0302\u0303n')).toBe('Nguyễn');
});

describe('ID-5 what a reader sees differs', () => {
  test.each([
    ['case', 'BROWN', 'Brown'],
    ['an accent', 'Jose', 'José'],
    ['an apostrophe', 'OBrien', "O'Brien"],
    ['a hyphen instead of a blank', 'Smith Jones', 'Smith-Jones'],
    ['a letter of another width', 'Ｐat', 'Pat'],
    ['an Arabic number sign, which is drawn', '\u06001', '1'],
  ])('%s', (_, a, b) => {
    expect(asRead(a)).not.toBe(asRead(b));
  });
});

describe('ID-5 a name without a visible letter is none', () => {
  test.each([
    '',
    ' ',
    '\u200b\u2060',
    '\u3164',
    '\u2800',
    '\u0301',
    'ʻ',
    '.',
    '-',
    '–',
    '?',
    '123',
    '\u{1f600}',
    '\u{13441}',
  ])('%j', (text) => {
    expect(hasLetter(text)).toBe(false);
  });
  test.each(['X', 'X Æ A-12', '李', 'ع', 'Ⅳ', 'あ', '\u200bÉ'])('%j is one', (text) => {
    expect(hasLetter(text)).toBe(true);
  });
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...INVISIBLE, ...BLANK, ...APOSTROPHES, ...HYPHENS),
    fc.constantFrom('a', 'É', 'e\u0301', '\u0323', 'ﬁ', '가', '\u1112\u1161'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('ID-5 laws: both forms are stable, NFC, and what is stored reads as what was sent', () => {
  fc.assert(
    fc.property(text, (sent) => {
      const stored = legible(sent);
      expect(legible(stored)).toBe(stored);
      expect(stored.normalize('NFC')).toBe(stored);
      expect(asRead(stored)).toBe(asRead(sent));
      expect(asRead(asRead(sent))).toBe(asRead(sent));
      expect(asRead(sent.normalize('NFD'))).toBe(asRead(sent));
      expect(stored.length).toBeLessThanOrEqual(sent.normalize('NFC').length);
    }),
    { numRuns: 2000 },
  );
});
