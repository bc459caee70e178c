import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noNumber } from './no-number.ts';

describe('CHK-2 a staff number that is no number', () => {
  test.each([
    [
      'word',
      [
        'PENDING',
        'pending ',
        'Pending-2',
        'TBD',
        't.b.d.',
        'TBA',
        'NEW',
        'New 1',
        'new hire',
        'N/A',
        'n.a.',
        '#N/A',
        'NONE',
        '(none)',
        'null',
        'unknown',
        'TEMP',
        'TEMP-01',
        'Not assigned',
        'no number',
        'see HR',
      ],
    ],
    ['zeros', ['0', '00000', '000-00-0000', '0.0']],
    ['repeated', ['X', 'xxx', 'XXX-XX', 'ZZZZ', '99999', '999-99-9999']],
    ['counted', ['123456', '1234567890', '0123456']],
    ['signs', ['-', '--', '?', '???', '.', '*']],
    ['unusable', ['AB 12', '12/34', 'sync', 'search', '1234567890123456', 'é12']],
  ] as const)('%s', (kind, numbers) => {
    expect(numbers.map((number) => [number, noNumber(number)])).toEqual(
      numbers.map((number) => [number, kind]),
    );
  });

  test('a number stays a number', () => {
    const numbers = [
      '10058',
      '0295382',
      '207284',
      '00123',
      '1',
      '12345',
      '9999',
      'A1',
      'E-1001',
      'NEW10058',
      'TEMP0042',
      'T2',
      'X12',
      'AB',
      'NA1234',
      '100000',
      '1111',
      'NEWTON1',
    ];
    expect(numbers.filter((number) => noNumber(number) !== null)).toEqual([]);
  });

  test('a blank number is missing, not wrong', () => {
    expect(noNumber('  ')).toBeNull();
  });

  test('case and surrounding blanks count nothing', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        expect(noNumber(` ${number.toLowerCase()} `)).toBe(noNumber(number.toLowerCase()));
        expect(noNumber(number.toLowerCase().toUpperCase())).toBe(
          noNumber(number.toLowerCase().toUpperCase()),
        );
      }),
    );
  });

  test('digits that begin with neither 0, 1 nor 9 are a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-8]\d{0,14}$/), (number) => {
        expect(noNumber(number)).toBeNull();
      }),
    );
  });
});
