import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password is recognised, another is not, and the hash is argon2id', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
  expect(await verifyPassword(hash, 'correct horse batterY')).toBe(false);
});

test('someone who does not exist has no password', async () => {
  expect(await verifyPassword(undefined, 'anything')).toBe(false);
  expect(await verifyPassword(null, '')).toBe(false);
});
