import { expect, test } from 'vitest';
import { safeCallbackUrl } from './callback-url.ts';

const ours = 'https://campus.example.org';

test.each([
  [
    '/campus/business-office/synchronization?step=end',
    `${ours}/campus/business-office/synchronization?step=end`,
  ],
  [`${ours}/campus`, `${ours}/campus`],
  [`${ours}/campus/addresses`, `${ours}/campus/addresses`],
])('%s is a page of ours', (wanted, expected) => expect(safeCallbackUrl(wanted, ours)).toBe(expected));

test.each([
  undefined,
  '',
  'https://evil.example/campus',
  '//evil.example/campus',
  '/\\evil.example',
  'javascript:alert(1)',
  'http://[',
  '/elsewhere',
  '/campusx',
  '/campus/signin?callbackUrl=/campus/signin',
  '/campus/api/auth/signout',
  'https://campus.example.org.evil.example/campus',
])('%s leads Home', (wanted) => expect(safeCallbackUrl(wanted, ours)).toBe(`${ours}/campus`));
