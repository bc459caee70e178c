import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../data-folder.ts';

const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync(join(checkout, 'package.json'), 'utf8'),
) as Record<string, Record<string, string>>;

/** Run by `npm test`, or to make files that are in the repository, or by Next while it builds. */
const DEVELOPMENT = [
  ...[/\.test\.tsx?$/, /\/testing\//, /^bin\/(test|docs)\//, /^bin\/hr\/make-api-types\.ts$/],
  ...[/^app\/globals\.css$/],
];

const sources = globSync(
  ['{app,components,db,lib,bin}/**/*.{ts,tsx,mjs,css}', 'proxy.ts', 'next.config.ts'],
  {
    cwd: checkout,
  },
).filter((path) => !DEVELOPMENT.some((one) => one.test(path)));

/** The packages that a source names; not those of which it needs types only. */
function packagesIn(path: string): string[] {
  const text = readFileSync(join(checkout, path), 'utf8').replace(/^import type [^;]*;/gm, '');
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]((?:@[\w.-]+\/)?[\w.-]+)/g)]
    .map(([, name]) => name as string)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'node');
}

test('what runs in production imports no development package: npm ci --omit=dev leaves none out that is needed', () => {
  const found = sources.flatMap((path) =>
    packagesIn(path)
      .filter((name) => name in (devDependencies ?? {}))
      .map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test('and nothing that package.json does not name', () => {
  const asked = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const found = sources.flatMap((path) =>
    packagesIn(path)
      .filter((name) => !(name in asked))
      .map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
  expect(sources.length).toBeGreaterThan(500);
});
