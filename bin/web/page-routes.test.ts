import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pageRoutes } from './page-routes.ts';

test('a path is named by the template of its page, without its ids', () => {
  const folder = mkdtempSync(join(tmpdir(), 'campus-boi-routes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // As `next build` writes them.
  const manifest = {
    basePath: '/campus',
    staticRoutes: [
      { page: '/', regex: '^/(?:/)?$' },
      { page: '/staff', regex: '^/staff(?:/)?$' },
    ],
    dynamicRoutes: [{ page: '/staff/[personId]', regex: '^/staff/([^/]+?)(?:/)?$' }],
  };
  writeFileSync(join(folder, 'routes-manifest.json'), JSON.stringify(manifest));
  const template = pageRoutes(folder);
  expect(
    ['/campus', '/campus/staff', '/campus/staff/10058', '/campus/none/10058', '/elsewhere'].map(template),
  ).toEqual(['/campus', '/campus/staff', '/campus/staff/[personId]', undefined, undefined]);
});
