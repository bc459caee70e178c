import { expect, test } from 'vitest';
import { TOOL_RIGHTS } from '../../lib/access/rights.ts';
import { fitting } from './match-typed.ts';
import { pagesFor } from './pages.ts';
import { placesOf } from './places.ts';

const found = (typed: string) => fitting(typed, placesOf(pagesFor(TOOL_RIGHTS))).map(({ name }) => name);

test.each([
  ['Staff', 'Staff'],
  ['Error Log', 'Business Office Error Log'],
  ['error', 'Business Office Error Log'],
  ['guards', 'Commit Guards'],
  ['account', 'Your account'],
  ['undo', 'Business Office Synchronization'],
  ['validate', 'Business Office Synchronization'],
  ['start transfer', 'Business Office Synchronization'],
  ['validation report', 'Business Office Synchronization'],
  ['check campus', 'Check Campus Data'],
  ['new user', 'User Security'],
  ['upload', 'Transfer Staff Via File Upload'],
  ['swagger', 'Business Office API Credentials'],
  ['SYNCHRONIZATION BUSINESS', 'Business Office Synchronization'],
])('"%s" leads to %s first', (typed, name) => expect(found(typed)[0]).toBe(name));

test.each(['tanner', '207288', 'Barry Tanner', 'xyz', '@'])('no page answers to "%s"', (typed) =>
  expect(found(typed)).toEqual([]),
);

test('nothing typed: all pages in the order of the menu', () => {
  expect(found('').slice(0, 3)).toEqual(['Home', 'Message Center', 'Staff']);
  expect(found('   ')).toEqual(found(''));
});

test('a part of the product is found only with the right to its page', () => {
  const names = placesOf(pagesFor([])).map(({ name }) => name);
  expect(names).toEqual(['Home', 'Message Center', 'Your account']);
});
