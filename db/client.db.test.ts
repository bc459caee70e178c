import { expect, inject, test } from 'vitest';
import { assertBound, openDatabase } from './client.ts';
import type { DistrictId } from './district-id.ts';
import { textRow, textRows } from './sql-text.ts';
import { testDatabase } from './testing/database.ts';
import { testDistrict } from './testing/district.ts';

test('a district that can not be set is the error, not the statement that failed after it', async () => {
  const work = testDatabase().inDistrict('no uuid' as DistrictId, (tx) => textRows(tx, 'select 1'));
  await expect(work).rejects.toMatchObject({ code: '22P02' });
});

test('after a failure the connection is sound, and the next district is its own', async () => {
  const { db, district } = await testDistrict();
  const set = () =>
    db.inDistrict(district.id, (tx) => textRow(tx, "select current_setting('app.district_id') as id"));
  for (let i = 0; i < 10; i += 1) {
    await expect(db.inDistrict(district.id, (tx) => textRows(tx, 'select 1/0'))).rejects.toMatchObject({
      code: '22012',
    });
    expect(await set()).toEqual({ id: district.id });
  }
});

test("web and worker accept the app's role and refuse the database's owner", async () => {
  await assertBound(testDatabase());
  const owner = openDatabase(inject('ownerUrl'), { max: 1 });
  try {
    await expect(assertBound(owner)).rejects.toThrow(/OWNER_DATABASE_URL|superuser/);
  } finally {
    await owner.close();
  }
});
