import { expect, test } from 'vitest';
import { isPage, pagesFor, rightsOf } from './pages.ts';

test('the menu has only pages that its user may open', () => {
  expect(pagesFor([]).map(({ path }) => path)).toEqual(['/', '/messages']);
  expect(pagesFor(['Synchronization']).map(({ path }) => path)).toContain('/business-office/synchronization');
});

test('a page under another asks for the same right', () => {
  for (const address of [
    'check-campus-data',
    'synchronization',
    'synchronization?step=end',
    'synchronization/1',
    'validation/1',
  ])
    expect(rightsOf(`/business-office/${address}`)).toEqual(['Synchronization']);
});

test.each([
  '/nothing',
  '/business-office',
  '/business-office/synchronizations',
  '/business-office/validation',
])('%s is no page', (address) => expect(isPage(address)).toBe(false));
test.each(['/', '/?x=1', '/business-office/synchronization/x'])('%s is one', (address) =>
  expect(isPage(address)).toBe(true),
);
