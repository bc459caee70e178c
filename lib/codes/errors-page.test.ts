import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorsPage } from './errors-page.ts';

test('the catalogue of codes for vendors is the one the code uses', () => {
  expect(readFileSync('docs/vendors/errors.md', 'utf8')).toBe(errorsPage());
});
