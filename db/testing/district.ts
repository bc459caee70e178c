import type { Context, District } from '../../lib/context.ts';
import { newId } from '../../lib/new-id.ts';
import { newShortId } from '../../lib/short-id.ts';
import { guardsOff } from '../../lib/sync/guards/settings.ts';
import type { DistrictId } from '../district-id.ts';
import { asOwner, testDatabase } from './database.ts';
import { insertReferenceValues } from './insert-reference-values.ts';
import { testKeys } from './keys.ts';

/**
 * A new district with its reference values and nobody in it: each test owns one, so none sees another's people.
 * The context is the system's, at noon in Chicago on 2026-11-24.
 */
export async function testDistrict(given: Partial<Context> = {}): Promise<Context> {
  const db = testDatabase();
  const district = await insertDistrict();
  await db.inDistrict(district.id, async (tx) => {
    await insertReferenceValues(tx);
    await guardsOff(tx, newId);
  });
  return {
    actor: { kind: 'system', name: 'Test' },
    district,
    db,
    keys: testKeys,
    now: new Date('2026-11-24T18:00:00Z'),
    newId,
    ...given,
  };
}

async function insertDistrict(): Promise<District> {
  const shortId = newShortId();
  const district: District = {
    id: newId() as DistrictId,
    shortId,
    appName: `test-${shortId}`,
    name: 'Test ISD',
    timeZone: 'America/Chicago',
  };
  await asOwner(
    'insert into district (id, short_id, app_name, name, time_zone) values ($1, $2, $3, $4, $5)',
    [district.id, shortId, district.appName, district.name, district.timeZone],
  );
  return district;
}
