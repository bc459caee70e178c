import { expect, test } from 'vitest';
import { asOwner } from '../../db/testing/database.ts';
import { AGED, BOUNDED } from './tables.ts';

test('no table grows without bound: each is bounded by something, or what is old is removed from it', async () => {
  const found = await asOwner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const known = [...Object.keys(BOUNDED), ...AGED.keys()].sort();
  expect(found.map(({ name }) => name)).toEqual(known);
});
