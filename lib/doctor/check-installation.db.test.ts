import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { testKeys } from '../../db/testing/keys.ts';
import { cryptoKeys } from '../crypto/keys.ts';
import { createClient } from '../oauth/create-client.ts';
import { type Check, checkInstallation } from './check-installation.ts';

const ENOUGH = { freeBytes: 10 * 1024 ** 3 };
const problems = (checks: Check[]) => checks.filter(({ problem }) => problem).map(({ name }) => name);

test('a sound installation has no problem but those of other tests and, in a test, that no worker runs', async () => {
  const checks = await checkInstallation(testDatabase(), testKeys, ENOUGH);
  expect(checks.map(({ name }) => name)).toEqual([
    'disk of this checkout (not of the database)',
    'database',
    'migrations',
    'role',
    'keys',
    'pause',
    'clock',
    'workers',
    'jobs',
  ]);
  // Another test may be changing its district's keys now; lib/keys/assert-keys-fit.db.test.ts has districts of its own.
  const others = ['jobs', 'workers', 'keys'];
  expect(problems(checks).filter((name) => !others.includes(name))).toEqual([]);
});

test('a database that is away, the owner as the role, other keys and a full disk are problems', async () => {
  const url = new URL(inject('appUrl'));
  url.port = '1';
  const away = openDatabase(url.href, { max: 1 });
  onTestFinished(() => away.close());
  expect(problems(await checkInstallation(away, testKeys, { freeBytes: 5 }))).toEqual([
    'disk of this checkout (not of the database)',
    'database',
  ]);

  const owner = openDatabase(inject('ownerUrl'), { max: 1 });
  onTestFinished(() => owner.close());
  expect(problems(await checkInstallation(owner, testKeys, ENOUGH))).toEqual(
    expect.arrayContaining(['database', 'role']),
  );

  const ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'HR' }));
  const other = Buffer.alloc(32, 'other');
  const wrong = cryptoKeys({
    campusKey: other,
    campusIndexKey: other,
    campusKeyOld: [],
    campusIndexKeyOld: [],
  });
  expect(problems(await checkInstallation(testDatabase(), wrong, ENOUGH))).toContain('keys');
});
