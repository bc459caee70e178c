import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from '../bin/up/build.ts';
import { BUILD_FOLDER } from './product/product.ts';

const RESULTS = join(import.meta.dirname, '../test-results');

/** The pages as the tests use them, unless they are built already. Called with `node`, it does just this. */
export async function buildProduct(): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  await buildPages(BUILD_FOLDER, join(RESULTS, 'build.log'));
}

if (import.meta.main) await buildProduct();
