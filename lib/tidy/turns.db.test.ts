import { expect, test } from 'vitest';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { setTurn, takeTurns } from './turns.ts';

const ALL = { seconds: 3_600, most: 1_000_000 };

test('a district is due at once, for one worker only, and again when its next turn has come', async () => {
  const db = testDatabase();
  const { district } = await testDistrict();
  const [some, others] = await Promise.all([takeTurns(db, ALL), takeTurns(db, ALL)]);
  expect([...some, ...others].filter((id) => id === district.id)).toHaveLength(1);
  expect(await takeTurns(db, ALL)).not.toContain(district.id);
  await setTurn(db, district.id, 86_400);
  expect(await takeTurns(db, ALL)).not.toContain(district.id);
  await setTurn(db, district.id, 0);
  expect(await takeTurns(db, ALL)).toContain(district.id);
});
