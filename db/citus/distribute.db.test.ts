import { expect, inject, test } from 'vitest';
import { asOwner } from '../testing/database.ts';
import { distribute } from './distribute.ts';

/** A run of the tests on Citus: db/testing/global-setup.ts has distributed the database. */
const onCitus = process.env.TEST_CITUS_SUPERUSER_URL !== undefined;
const urls = () => ({ ownerUrl: inject('ownerUrl'), appUrl: inject('appUrl') });

if (onCitus)
  test('what is distributed already is left as it is', async () => {
    expect(await distribute(urls(), { shards: 4 })).toMatchObject({ spread: [] });
    const binding = await asOwner(
      'select relname from pg_class join pg_dist_partition on logicalrelid = oid where relforcerowsecurity',
    );
    expect(binding).toEqual([]);
  });
else
  test('a Postgres without Citus is left as it is, and told so in words', async () => {
    const { checks, spread } = await distribute(urls(), { shards: 4 });
    expect(spread).toBeUndefined();
    expect(checks).toEqual([
      {
        name: 'Citus',
        found: '',
        problem: expect.stringMatching(/has no Citus|does not have the extension/),
      },
      { name: 'migrations', found: 'current' },
    ]);
    const settings = await asOwner(
      `select from pg_db_role_setting s, unnest(setconfig) as text where setrole = 0 and text like 'citus.%'`,
    );
    expect(settings).toEqual([]);
  });
