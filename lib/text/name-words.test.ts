import { expect, test } from 'vitest';
import { nameWords } from './name-words.ts';

test.each([
  ['', []],
  [' , ', []],
  ['Simpson, Pat', ['simpson', 'pat']],
  ["O'Brien", ['obrien']],
  ['OʻBrien-Smith Jr.', ['obriensmith']],
  ['José Núñez', ['jose', 'nunez']],
  ['AB-01 pat', ['ab01', 'pat']],
  ['J. Smith', ['j', 'smith']],
  ['--', ['--']],
])('SRCH-2 the words of "%s"', (text, words) => {
  expect(nameWords(text)).toEqual(words);
});
