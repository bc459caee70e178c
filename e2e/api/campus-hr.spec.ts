import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { insertPerson } from '../../db/testing/person.ts';
import type { TestDistrict } from '../district.ts';
import { expect, test } from '../fixtures.ts';
import { pat, teacher } from '../staff.ts';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** `campus hr` on a pipe, as a script runs it, with its own home directory. */
async function campusHr(baseUrl: string, district: TestDistrict, env: Record<string, string> = {}) {
  const home = await mkdtemp(join(tmpdir(), 'campus-hr-'));
  const { clientId, clientSecret, appName } = district.access;
  const given = {
    CAMPUS_URL: baseUrl,
    CAMPUS_APP_NAME: appName,
    CAMPUS_CLIENT_ID: clientId,
    CAMPUS_CLIENT_SECRET: clientSecret,
    XDG_CONFIG_HOME: home,
    INIT_CWD: home,
    ...env,
  };
  const run = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const options = { env: { ...process.env, ...given }, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, ['bin/campus.ts', 'hr', ...args], options, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  const write = (name: string, text: string) => writeFile(join(home, name), text);
  return { run, write, home };
}

const people = [
  pat({ staffNumber: '1', positions: [teacher()] }),
  pat({ staffNumber: '2', lastName: 'Nakamura' }),
];

test('push, validate, commit --wait, status, results: from a CSV file to committed staff', async ({
  product,
  district,
}) => {
  const { run, write } = await campusHr(product.baseUrl, district);
  await write(
    'feed.csv',
    stringify([
      [
        'staffNumber',
        'lastName',
        'firstName',
        'gender',
        'positions.1.schoolNumber',
        'positions.1.assignmentCode',
        'positions.1.startDate',
      ],
      ['1', 'Simpson, Sr.', 'Pat', 'F', '010', '20', '2023-10-01'],
      ['2', 'Nakamura', 'Yuki', 'M', '', '', ''],
    ]),
  );
  const pushed = await run('push', 'feed.csv');
  expect(pushed).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(pushed.stdout)).toMatchObject({ status: 'transferred', staffTransferred: 2 });

  const validated = await run('validate');
  expect(validated.code).toBe(0);
  expect(JSON.parse(validated.stdout).summary.hrNotInCampus).toBe(2);

  const committed = await run('commit', '--wait');
  expect(committed.code).toBe(0);
  expect(JSON.parse(committed.stdout)).toMatchObject({ status: 'completed', created: 2, failed: 0 });

  const { run: latest, job } = JSON.parse((await run('status')).stdout);
  expect([latest.status, job.status]).toEqual(['committed', 'completed']);
  const results = (await run('results')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results.map(({ staffNumber, outcome }) => [staffNumber, outcome]).sort()).toEqual([
    ['1', 'created'],
    ['2', 'created'],
  ]);
});

for (const [name, text] of [
  ['feed.json', JSON.stringify({ staffMembers: people })],
  ['list.json', JSON.stringify(people)],
  ['feed.ndjson', people.map((one) => JSON.stringify(one)).join('\n')],
] as const)
  test(`push takes ${name}; a live run is discarded only with --restart`, async ({ product, district }) => {
    const { run, write } = await campusHr(product.baseUrl, district);
    await write(name, text);
    expect((await run('push', name)).code).toBe(0);
    expect((await run('push', name)).code).toBe(4);
    expect(JSON.parse((await run('push', name, '--restart')).stdout).staffTransferred).toBe(2);
  });

test('what the server refuses is printed with its place in the file, exit code 4', async ({
  product,
  district,
}) => {
  const { run, write } = await campusHr(product.baseUrl, district);
  await write('feed.csv', 'staffNumber,lastName,firstName,gender\n1,Simpson,Pat,F\n2,Brown,Al,XX\n');
  const refused = await run('push', 'feed.csv');
  expect(refused.code).toBe(4);
  expect(refused.stderr).toContain('line 3');
  expect(refused.stderr).toContain('/staffMembers/1/gender');
  expect(JSON.parse(refused.stdout)).toMatchObject({ status: 422 });

  await write('bad.csv', 'staffNumber,lastNmae\n1,Simpson\n');
  const unknown = await run('push', 'bad.csv');
  expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining('lastNmae')]);
});

test('login keeps the token and no secret; wrong credentials are exit code 3, a missing setting 2, no server 1', async ({
  product,
  district,
}) => {
  const { run, home } = await campusHr(product.baseUrl, district);
  expect((await run('login')).code).toBe(0);
  const kept = await readFile(join(home, 'campus-hr/login.json'), 'utf8');
  expect(kept).not.toContain(district.access.clientSecret);
  const token = JSON.parse(kept).accessToken;
  expect(token).toBeTruthy();

  const loggedIn = await campusHr(product.baseUrl, district, {
    CAMPUS_CLIENT_SECRET: '',
    XDG_CONFIG_HOME: home,
  });
  expect(JSON.parse((await loggedIn.run('schools')).stdout)).toContainEqual(
    expect.objectContaining({ schoolNumber: '010' }),
  );

  const wrong = await campusHr(product.baseUrl, district, { CAMPUS_CLIENT_SECRET: 'wrong' });
  expect((await wrong.run('schools')).code).toBe(3);
  const unset = await campusHr(product.baseUrl, district, { CAMPUS_URL: '' });
  expect((await unset.run('schools')).code).toBe(2);
  const away = await campusHr('http://localhost:1/campus', district);
  expect((await away.run('schools')).code).toBe(1);
});

test('SYNC-7 staff that fail are exit code 5, and results --outcome failed says why', async ({
  product,
  district,
}) => {
  const { run, write } = await campusHr(product.baseUrl, district);
  await write('feed.json', JSON.stringify(people));
  await run('push', 'feed.json');
  await run('validate');
  // Two people in Campus have the number by now: so HR's record matches no single person (SYNC-7).
  for (const lastName of ['First', 'Second'])
    await insertPerson(district.ctx, { staffNumber: '2', lastName });
  expect((await run('commit', '--wait')).code).toBe(5);
  const failed = (await run('results', '--outcome', 'failed')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(failed).toMatchObject([{ staffNumber: '2', outcome: 'failed' }]);
});
