import { expect, test } from 'vitest';
import { WIZARD_TEXTS } from './texts.ts';

test.each(Object.values(WIZARD_TEXTS).flatMap((text) => Object.values(text())))('%s', (text) => {
  expect(text).toMatch(/^[A-Z].*\.$/);
});
