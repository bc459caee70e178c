import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notices } from './notices.ts';
import { EXCEPTIONS, isPermissive } from './permissive.ts';
import { productionPackages } from './production-packages.ts';

const packages = productionPackages();

test('every production package has a permissive license, or one that may be used for a reason', () => {
  const others = packages.filter(
    ({ name, license }) =>
      !isPermissive(license ?? '') && !Object.keys(EXCEPTIONS).some((start) => name.startsWith(start)),
  );
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test('every exception is needed', () => {
  for (const start of Object.keys(EXCEPTIONS))
    expect(packages.some(({ name, license }) => name.startsWith(start) && !isPermissive(license ?? ''))).toBe(
      true,
    );
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['Apache-2.0 AND MIT', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', false],
  ['GPL-3.0', false],
  ['UNLICENSED', false],
  ['', false],
])('%j is permissive: %j', (expression, expected) => {
  expect(isPermissive(expression)).toBe(expected);
});

test('the notices name every production package that is installed, each with a text', () => {
  const text = notices();
  const installed = packages.filter(({ folder }) => existsSync(folder));
  expect(installed.length).toBeGreaterThan(100);
  for (const { name, version } of installed) expect(text).toContain(`\n${name} ${version} (`);
  expect(text).not.toMatch(/\)\n\n\n*-{80}/);
  expect(text).toContain('Dan Wheeler');
});
