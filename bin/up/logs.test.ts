import { appendFileSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotateWhileWritten } from './logs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'campus-boi-logs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a large log is rotated while it is open: its writer goes on in the emptied one', () => {
  const path = join(folder, 'web.log');
  const writer = openSync(path, 'a', 0o600);
  writeSync(writer, 'x'.repeat(21 * 1024 * 1024));
  rotateWhileWritten(path);
  writeSync(writer, 'next');
  expect(readFileSync(path, 'utf8')).toBe('next');
  expect(statSync(`${path}.1`).size).toBe(21 * 1024 * 1024);
  expect(statSync(`${path}.1`).mode & 0o777).toBe(0o600);
});

test('a small one and one that is not there are left alone', () => {
  const path = join(folder, 'worker.log');
  rotateWhileWritten(path);
  appendFileSync(path, 'few');
  rotateWhileWritten(path);
  expect(readFileSync(path, 'utf8')).toBe('few');
});
