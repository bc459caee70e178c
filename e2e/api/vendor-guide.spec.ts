import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { tokenUrl } from '../vendor.ts';

const GUIDE = 'docs/vendors/first-synchronization.md';

test(`the lines of ${GUIDE} work as they are written`, async ({ product, district, vendor }) => {
  test.skip(!hasCurl(), 'There is no curl: apt-get install curl');
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines);
  expect(blocks).toHaveLength(3);
  // Any call that is refused ends the script.
  const script = [
    'set -euo pipefail',
    'curl() { command curl --fail-with-body "$@"; echo; }',
    ...blocks,
  ].join('\n');
  const { clientId, clientSecret, appName } = district.access;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env: {
      ...process.env,
      BASE: product.baseUrl,
      TOKEN_URL: tokenUrl(product.baseUrl, appName),
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
    },
  });
  expect(stdout).toContain('"endDate":"2024-06-30"');
  expect(await vendor.untilCommitted()).toMatchObject({ status: 'completed', total: 1, failed: 0 });
});

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version']);
    return true;
  } catch {
    return false;
  }
}
