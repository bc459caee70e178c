import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModule } from 'libpg-query';
import { type Definition, definedQueries } from '../query.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DEFINING = /\b(defineQuery|defineCommand|defineSearch|rowWriter|rowInserter)\(/;

/** Every query and row writer of the product, for tests that read their statements; and the parser those tests use. */
export async function loadQueries(): Promise<readonly Definition[]> {
  await loadModule();
  for (const file of globSync('{app,bin,db,lib}/**/*.ts', { cwd: ROOT }))
    if (!/\.test\.ts$|\/testing\//.test(file) && DEFINING.test(readFileSync(join(ROOT, file), 'utf8')))
      await import(join(ROOT, file));
  return definedQueries();
}
