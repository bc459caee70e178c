import { expect, test } from 'vitest';
import { WIZARD_TEXTS } from './texts.ts';

test.each(
  Object.values(WIZARD_TEXTS).flatMap((text) =>
    [text()].flatMap((said) => (typeof said === 'string' ? said : Object.values(said))),
  ),
)('%s', (text) => {
  expect(text).toMatch(/^[A-Z].*\.$/);
});
