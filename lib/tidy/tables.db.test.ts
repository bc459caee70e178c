import { expect, test } from 'vitest';
import { asOwner } from '../../db/testing/database.ts';
import { AGED, BOUNDED, OF_NO_DISTRICT } from './tables.ts';

test('no table grows without bound: each is bounded by something, or what is old is removed from it', async () => {
  const tablesIn = async (schema: string) => {
    const found = await asOwner<{ name: string }>(
      `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p') order by 1`,
      [schema],
    );
    return found.map(({ name }) => name);
  };
  expect(await tablesIn('public')).toEqual([...Object.keys(BOUNDED), ...AGED.keys()].sort());
  expect(await tablesIn('app')).toEqual(Object.keys(OF_NO_DISTRICT).sort());
});
