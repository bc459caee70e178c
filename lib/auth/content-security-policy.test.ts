import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, SONNER_STYLE } from './content-security-policy.ts';

test('allows the style sheet that the installed sonner adds, and no other inline style', () => {
  const source = readFileSync(fileURLToPath(import.meta.resolve('sonner')), 'utf8');
  const style = JSON.parse(/__insertCSS\((".*")\);/.exec(source)?.[1] ?? '""');
  expect(SONNER_STYLE).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
});

test('never allows inline code, eval or a frame in production', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', https: true, development: false });
  expect(policy).not.toMatch(/unsafe/);
  expect(policy).toMatch(/script-src 'self' 'nonce-abc' 'strict-dynamic';/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).toMatch(/upgrade-insecure-requests/);
});
