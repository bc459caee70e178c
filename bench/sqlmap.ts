/**
 * sqlmap (Debian: `apt-get install sqlmap`) against a fresh instance on loopback: `node bench/sqlmap.ts`. A few parameters that get
 * into statements, level 1, risk 1. One JSON line; ends with 1 if it found a parameter that can be injected.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openTarget } from './attack/target.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { build } from './processes.ts';

const STAFF = '/api/businessOfficeIntegration/staffMembers';

/** What sqlmap puts its texts into: a query's value, or the place of the star in a JSON body. */
const PARAMETERS = [
  { by: 'client', path: `${STAFF}?lastName=Smith&limit=5`, parameter: 'lastName' },
  { by: 'client', path: `${STAFF}/search`, body: '{"lastName":"Smith*"}' },
  { by: 'admin', path: '/api/admin/audit?search=admin&action=user.edit', parameter: 'search' },
  { by: 'admin', path: '/api/admin/users?search=pat', parameter: 'search' },
  { by: 'admin', path: '/api/admin/staff/search', body: '{"search":"Smith*"}' },
] as const;

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-sqlmap-'));
const server = await DatabaseServer.embedded();
try {
  const target = await openTarget(server);
  try {
    const results: { path: string; requests: number; vulnerable: boolean; ended: number | null }[] = [];
    for (const given of PARAMETERS) {
      // What is refused before it gets to a statement would prove nothing.
      const body = 'body' in given ? { method: 'POST', body: given.body.replace('*', '') } : {};
      const { status } = await target.send(given.path, { headers: target[given.by], ...body });
      if (status !== 200) throw new Error(`${given.path} was answered ${status}.`);
      const headers = Object.entries(target[given.by]).map(([name, value]) => `${name}: ${value}`);
      const sqlmap = spawn(
        'sqlmap',
        [
          ...['-u', target.baseUrl + given.path, '--headers', headers.join('\n'), '--output-dir', folder],
          ...[
            '--batch',
            '--level=1',
            '--risk=1',
            '--dbms=PostgreSQL',
            '--threads=4',
            '--flush-session',
            '-v',
            '3',
          ],
          // The answers of refused texts are 4xx, which end nothing.
          ...['--ignore-code=400,404,422,429', '--disable-coloring', '--timeout=30'],
          ...('parameter' in given ? ['-p', given.parameter] : ['--data', given.body]),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const ended = new Promise<number | null>((resolve) => sqlmap.once('exit', resolve));
      const said = await text(sqlmap.stdout);
      results.push({
        path: given.path,
        requests: said.match(/\[PAYLOAD\]/g)?.length ?? 0,
        vulnerable: /is vulnerable|identified the following injection/.test(said),
        ended: await ended,
      });
      console.error(JSON.stringify(results.at(-1)));
    }
    console.log(JSON.stringify({ bench: 'sqlmap', results, machine: machine(), load: load() }));
    if (results.some(({ vulnerable, requests }) => vulnerable || requests === 0)) process.exitCode = 1;
  } finally {
    await target.product.stop();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
