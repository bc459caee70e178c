import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { type Factor, readFactor, takeCode } from './second-factor.ts';
import { insertUser } from './testing/user.ts';
import { newTotpKey, sealTotpKey, stepOf, totpCode } from './totp.ts';

test('of eight who read the factor and send one code, one is let through; afterwards it is used', async () => {
  const ctx = await testDistrict();
  const userId = await insertUser(ctx);
  const key = newTotpKey();
  const inDistrict = <T>(work: Parameters<typeof ctx.db.inDistrict<T>>[1]) =>
    ctx.db.inDistrict(ctx.district.id, work);
  await inDistrict((tx) =>
    textRun(tx, 'update app_user set totp_cipher = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      userId,
      sealTotpKey(ctx.keys, tx.districtId, userId, key),
    ]),
  );
  const factor = (await inDistrict((tx) => readFactor(tx, userId))) as Factor;
  const code = totpCode(key, stepOf(ctx.now));
  const take = () => inDistrict((tx) => takeCode(tx, ctx.keys, { userId, factor, code, now: ctx.now }));
  const taken = await Promise.all(Array.from({ length: 8 }, take));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await take()).toBeUndefined();
});
