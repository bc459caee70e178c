import { expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { testEnvironment } from '../../db/testing/environment.ts';
import type { Context } from '../context.ts';
import { cryptoKeys } from '../crypto/keys.ts';
import { createClient } from '../oauth/create-client.ts';
import { assertKeysFit, WrongKeys } from './assert-keys-fit.ts';

const campusKey = Buffer.from(testEnvironment.CAMPUS_KEY, 'base64');
const campusIndexKey = Buffer.from(testEnvironment.CAMPUS_INDEX_KEY, 'base64');
const other = Buffer.alloc(32, 'another');

/** The database with this district alone. */
const onlyDistrict = ({ db, district }: Context): Database => ({
  ...db,
  execute: async (statement) => {
    const answer = await db.execute(statement);
    return { ...answer, rows: answer.rows.filter((row) => row.includes(district.id)) };
  },
});

async function districtWithSecret(): Promise<{ ctx: Context; db: Database }> {
  const ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'HR' }));
  return { ctx, db: onlyDistrict(ctx) };
}

test('the keys of the database fit, as current or as old ones', async () => {
  const { ctx, db } = await districtWithSecret();
  await assertKeysFit(db, ctx.keys);
  const rotating = { campusKey: other, campusIndexKey: other };
  await assertKeysFit(
    db,
    cryptoKeys({ ...rotating, campusKeyOld: [campusKey], campusIndexKeyOld: [campusIndexKey] }),
  );
});

test.each([
  ['CAMPUS_KEY', { campusKey: other, campusIndexKey }],
  ['CAMPUS_INDEX_KEY', { campusKey, campusIndexKey: other }],
])('a wrong %s is named, and the other is not', async (name, settings) => {
  const { ctx, db } = await districtWithSecret();
  const failure = await assertKeysFit(db, cryptoKeys(settings)).catch((error) => error);
  expect(failure).toBeInstanceOf(WrongKeys);
  const used = name === 'CAMPUS_KEY' ? ctx.keys.encryption : ctx.keys.index;
  expect(failure.message).toMatch(
    new RegExp(
      `^Campus does not start with these keys:\\n  1 value was \\w+ with key ${used.current.id}, which is neither ${name} nor in ${name}_OLD\\.$`,
    ),
  );
});

test('a district without secrets fits every key', async () => {
  const ctx = await testDistrict();
  await assertKeysFit(onlyDistrict(ctx), cryptoKeys({ campusKey: other, campusIndexKey: other }));
});
