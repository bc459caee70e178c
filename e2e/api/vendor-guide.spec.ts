import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { tokenUrl } from '../vendor.ts';

const GUIDE = 'docs/vendors/first-synchronization.md';

test(`the lines of ${GUIDE} work as they are written`, async ({ product, district, vendor }, info) => {
  test.skip(!hasCurl(), 'There is no curl: apt-get install curl');
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines);
  const [prepared = '', calls = '', synchronization = '', file = '', ...others] = blocks;
  expect(others).toEqual([]);
  const { clientId, clientSecret, appName } = district.access;
  const cwd = info.outputPath('vendor');
  await mkdir(cwd, { recursive: true });
  const run = async (...lines: string[]) => {
    // Any call that is refused ends the script.
    const begin = ['set -euo pipefail', 'curl() { command curl --fail-with-body "$@"; echo; }'];
    const { stdout } = await promisify(execFile)('bash', ['-c', [...begin, prepared, ...lines].join('\n')], {
      cwd,
      env: {
        ...process.env,
        BASE: product.baseUrl,
        TOKEN_URL: tokenUrl(product.baseUrl, appName),
        CLIENT_ID: clientId,
        CLIENT_SECRET: clientSecret,
      },
    });
    return stdout;
  };
  expect(await run(calls, synchronization)).toContain('"endDate":"2024-06-30"');
  expect(await vendor.untilCommitted()).toMatchObject({ status: 'completed', total: 1, failed: 0 });

  await writeFile(join(cwd, 'roster.csv'), 'staffNumber,lastName,firstName,gender\n1,Brown,Ann,F\n');
  // A mapping is made on a page; without one the columns have the names of the properties.
  const staged = await run('send POST staffMembers/sync/start', file.replace('mapping=Payroll&', ''));
  expect(staged).toContain('"staffTransferred":1');
});

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version']);
    return true;
  } catch {
    return false;
  }
}
