import { expect, test } from 'vitest';
import { welcome } from './without-sample.ts';

test('without a district, up says how to make one; with some, which they are', () => {
  const none = welcome('http://localhost:3000', []);
  expect(none).toContain('http://localhost:3000/campus');
  expect(none).toContain('npm run campus -- district create');
  expect(none).toContain('docs/operators/first-district.md');
  const many = welcome(
    'http://localhost:3000',
    Array.from({ length: 12 }, (_, i) => `d${i}`),
  );
  expect(many).toContain('Districts: d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, …\n');
  expect(many).not.toContain('district create');
});
