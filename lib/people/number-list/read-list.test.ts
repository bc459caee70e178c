import { expect, test } from 'vitest';
import { nameReadings } from './name-readings.ts';
import { readList } from './read-list.ts';

const read = (text: string) => readList(text).map(({ who, number }) => [who, number]);

test.each([
  ['10058\t20058', '10058', '20058'],
  [' 10058 \t 20058 \t\t', '10058', '20058'],
  ['10058 → 20058', '10058', '20058'],
  ['10058 -> 20058', '10058', '20058'],
  ['10058;20058', '10058', '20058'],
  ['10058,20058', '10058', '20058'],
  ['Twin, One\t77', 'Twin, One', '77'],
  ['Twin, One → 77', 'Twin, One', '77'],
  ['Twin, One, 77', 'Twin, One', '77'],
  ['"Twin, One",77', 'Twin, One', '77'],
  ['"10058","20058"', '10058', '20058'],
  ['Twin\tOne\t77', 'Twin, One', '77'],
  ['One Twin;77', 'One Twin', '77'],
  ['A-1 => B-1', 'A-1', 'B-1'],
])('CHK-2 the line %j gives %j the number %j', (text, who, number) => {
  expect(read(text)).toEqual([[who, number]]);
});

test.each(['10058', '10058\t', '\t20058', ';', '→ 5'])('CHK-2 the line %j has no two columns', (text) => {
  expect(readList(text)[0]).toMatchObject({ who: '', number: '' });
});

test('CHK-2 lines are counted as pasted, blank ones left out, headings recognized', () => {
  expect(readList('Old Number\tNew Number\r\n\r\n1\t2\rNew Number\t3')).toMatchObject([
    { line: 1, isHeading: true },
    { line: 3, who: '1', number: '2', isHeading: false },
    { line: 4, who: 'New Number', number: '3', isHeading: false },
  ]);
  expect(readList('1\tNO1')[0]?.isHeading).toBe(false);
});

test('CHK-2 a name is read in either order; fewer words are a middle name first', () => {
  expect(nameReadings('Lee, Mary Ann Jr.')).toEqual([
    [{ last: 'lee', first: 'maryann', middle: '' }],
    [{ last: 'lee', first: 'mary', middle: 'ann' }],
  ]);
  expect(nameReadings('Mary Lee')).toEqual([
    [
      { last: 'lee', first: 'mary', middle: '' },
      { last: 'mary', first: 'lee', middle: '' },
    ],
  ]);
  expect(nameReadings('Mary Ann Lee').flat()).toEqual(
    expect.arrayContaining([
      { last: 'lee', first: 'maryann', middle: '' },
      { last: 'lee', first: 'mary', middle: 'ann' },
      { last: 'mary', first: 'ann', middle: 'lee' },
    ]),
  );
  expect(nameReadings('Prince')).toEqual([]);
});
