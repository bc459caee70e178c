import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesModule } from './rules-page.mjs';

// node bin/docs/make-rules-page.mjs: makes the page of the rules again. bin/docs/rules.test.ts fails when it is stale.
const checkout = join(import.meta.dirname, '../..');
const markdown = readFileSync(join(checkout, 'docs/rules.md'), 'utf8');
writeFileSync(join(checkout, 'lib/http/openapi/rules-html.ts'), rulesModule(markdown));
