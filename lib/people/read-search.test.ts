import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeSsn, readSearch } from './read-search.ts';

test.each(['', '  ', '\t'])('SRCH-2 %j asks nothing', (text) => expect(readSearch(text)).toBeNull());

test('SRCH-2 an e-mail and a birth date are recognized by their form, an impossible date is not a date', () => {
  expect(readSearch(' Pat@School.us ')).toEqual({ names: [], email: 'pat@school.us' });
  for (const text of ['1979-07-04', '7/4/1979', '07/04/1979'])
    expect(readSearch(text)).toEqual({ names: [], birthDate: '1979-07-04' });
  expect(readSearch('2/30/1979')).toMatchObject({ staffNumber: '2/30/1979' });
});

test('SRCH-2 nine digits may be a number or an SSN', () => {
  expect(readSearch('123-45-6789')).toMatchObject({ ssn: '123456789', staffNumber: '123-45-6789' });
  for (const text of ['123456789', ' 123-45-6789 ']) expect(looksLikeSsn(text)).toBe(true);
  for (const text of ['12345678', '1234567890', '123-456789x']) expect(looksLikeSsn(text)).toBe(false);
});

test('SRCH-2 one word begins a last name, a first name or a number; names are folded', () => {
  expect(readSearch('Müller')).toEqual({
    names: [{ last: 'muller' }, { first: 'muller' }],
    staffNumber: 'müller',
  });
});

test('SRCH-2 of several words either may be the last name, before a comma it is', () => {
  expect(readSearch('Mary Ann De Luca')?.names).toContainEqual({ first: 'maryann', last: 'deluca' });
  expect(readSearch('De Luca Mary')?.names).toContainEqual({ first: 'mary', last: 'deluca' });
  expect(readSearch('De Luca, Mary')?.names).toEqual([{ last: 'deluca', first: 'mary' }]);
  expect(readSearch('Luca,')?.names).toEqual([{ last: 'luca' }]);
});

test('SRCH-2 apostrophes, hyphens and suffixes take no part in a search by name', () => {
  expect(readSearch('O Brien')?.names).toContainEqual({ last: 'obrien' });
  expect(readSearch('Pat Smith–Jones Jr.')?.names).toContainEqual({ first: 'pat', last: 'smithjones' });
  expect(readSearch('Smith, Jr.')?.names).toContainEqual({ last: 'smith' });
  expect(readSearch('ʻOpunui, Pat III')?.names).toEqual([{ last: 'opunui', first: 'pat' }]);
});

test('any text can be asked', () => {
  fc.assert(fc.property(fc.string(), (text) => void readSearch(text)));
});
