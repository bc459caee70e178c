import { expect, test } from 'vitest';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { setTurn, takeTurns } from './turns.ts';

const idsOf = (turns: Awaited<ReturnType<typeof takeTurns>>) => turns.map(({ id }) => id);

const ALL = { seconds: 3_600, most: 1_000_000 };

test('a district is due at once, for one worker only, and again when its next turn has come', async () => {
  const db = testDatabase();
  const { district } = await testDistrict();
  const [some, others] = await Promise.all([takeTurns(db, ALL), takeTurns(db, ALL)]);
  const own = [...some, ...others].filter(({ id }) => id === district.id);
  expect(own).toEqual([{ id: district.id, now: expect.any(Date) }]);
  expect(idsOf(await takeTurns(db, ALL))).not.toContain(district.id);
  await setTurn(db, district.id, 86_400);
  expect(idsOf(await takeTurns(db, ALL))).not.toContain(district.id);
  await setTurn(db, district.id, 0);
  expect(idsOf(await takeTurns(db, ALL))).toContain(district.id);
});
