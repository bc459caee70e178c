import { expect, test } from 'vitest';
import { passwordRefusal } from './password-rules.ts';
import { readableCode } from './readable-code.ts';
import { suggestPassword } from './suggest-password.ts';

test('a suggested password is accepted, and never the same twice', () => {
  const suggested = Array.from({ length: 500 }, suggestPassword);
  for (const password of suggested) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(passwordRefusal(password, []), password).toBeNull();
  }
  expect(new Set(suggested).size).toBe(500);
});

test('all characters are equally likely', () => {
  const counts = new Map<string, number>();
  for (const character of readableCode(1, 40_000)) counts.set(character, (counts.get(character) ?? 0) + 1);
  // 40,000 characters of 31 kinds: 1,290 of each, with a standard deviation of 35.
  for (const [character, count] of counts)
    expect(Math.abs(count - 40_000 / 31), character).toBeLessThan(6 * 35);
  expect(counts.size).toBe(31);
});
