import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage } from '../lib/codes/errors-page.ts';
import { checkout } from './data-folder.ts';

// node bin/errors-page.ts: makes the list of codes again. lib/codes/errors-page.test.ts fails when it is stale.
writeFileSync(join(checkout, 'docs/vendors/errors.md'), errorsPage());
