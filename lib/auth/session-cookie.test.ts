import { expect, test } from 'vitest';
import { newSessionToken, readSessionCookie, writeSessionCookie } from './session-cookie.ts';

test('a cookie is read as it was written', () => {
  const key = { shortId: 'gb', token: newSessionToken() };
  expect(readSessionCookie(writeSessionCookie(key))).toEqual(key);
});

test.each([
  undefined,
  '',
  'gb',
  'gb.',
  '.x',
  'gb.short',
  `gb.${'a'.repeat(44)}`,
  `g b.${'a'.repeat(43)}`,
  'a.b.c',
])('what is no cookie of ours is nobody: %s', (value) => expect(readSessionCookie(value)).toBeUndefined());
