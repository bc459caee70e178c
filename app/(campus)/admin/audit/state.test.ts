import { createLoader } from 'nuqs/server';
import { expect, test } from 'vitest';
import { AUDIT } from './state.ts';

const load = createLoader(AUDIT);

test('a day that the calendar does not have is no filter', () => {
  expect(load('?from=2026-02-30&to=2026-02-28')).toMatchObject({ from: null, to: '2026-02-28' });
});

test.each([
  ['', 1],
  ['?page=7', 7],
  ['?page=0', 1],
  ['?page=-3', 1],
  ['?page=99999999', 100_000],
  ['?page=x', 1],
])('%s is page %i', (url, page) => {
  expect(load(url).page).toBe(page);
});

test('a search text is cut to what the API takes', () => {
  expect(load(`?search=${'a'.repeat(300)}`).search).toHaveLength(200);
});
