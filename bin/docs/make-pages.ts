import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';
import { moduleFile, moduleOf, SERVED } from './page-of.ts';

// node bin/docs/make-pages.ts: makes the pages of docs/ that Campus serves again. bin/docs/pages.test.ts fails when one is stale.
for (const path of Object.keys(SERVED))
  writeFileSync(join(checkout, moduleFile(path)), moduleOf(path, readFileSync(join(checkout, path), 'utf8')));
