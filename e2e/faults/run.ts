import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run faults -- --times 20 --only "lost"`: each scenario that often, one after another, and a line of JSON for each
 * (report.ts). Without `--only` all of them, also those that `npm test` leaves out because they take long or need root.
 */
const { values } = parseArgs({
  options: { times: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const checkout = join(import.meta.dirname, '../..');
const args = [
  'test',
  '--project=faults',
  '--workers=1',
  `--repeat-each=${values.times}`,
  `--reporter=${join(import.meta.dirname, 'report.ts')}`,
  ...(values.only ? [`--grep=${values.only}`] : []),
];
const child = spawn(process.execPath, [join(checkout, 'node_modules/@playwright/test/cli.js'), ...args], {
  cwd: checkout,
  stdio: 'inherit',
  env: { ...process.env, ALL_FAULTS: 'yes' },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
