import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run faults -- --times 20 --only "lost" --beside 3`: each scenario that often, and a line of JSON for each (report.ts).
 * Without `--only` all of them, also those that `npm test` leaves out because they take long or need root. With `--beside`
 * that many at a time, each with a database and a product of its own: most of a scenario is waiting.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    only: { type: 'string' },
    beside: { type: 'string', default: '1' },
  },
});
const checkout = join(import.meta.dirname, '../..');
const args = [
  'test',
  '--project=faults',
  `--workers=${values.beside}`,
  `--reporter=${join(import.meta.dirname, 'report.ts')}`,
  ...(values.only ? [`--grep=${values.only}`] : []),
];
const child = spawn(process.execPath, [join(checkout, 'node_modules/@playwright/test/cli.js'), ...args], {
  cwd: checkout,
  stdio: 'inherit',
  env: { ...process.env, ALL_FAULTS: 'yes', FAULT_TIMES: values.times },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
