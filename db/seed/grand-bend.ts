import type { CryptoKeys } from '../../lib/crypto/keys.ts';
import { openDistrict } from '../../lib/district/open-district.ts';
import { guardsOff } from '../../lib/sync/guards/settings.ts';
import { openDatabase } from '../client.ts';
import { type Access, giveAccess } from './access.ts';
import { analyze } from './analyze.ts';
import { insertHouseholds } from './grand-bend/households.ts';
import { insertPeople } from './grand-bend/people.ts';
import { readSample } from './grand-bend/sample.ts';
import { writers } from './writers.ts';

/**
 * Opens the Grand Bend district (db/seed/grand-bend) with all its people, an admin and an HR vendor, in one
 * transaction.
 * @param appName if it is not the sample's own; tests open it beside each other
 * @throws DistrictExists
 */
export async function seedGrandBend(ownerUrl: string, keys: CryptoKeys, appName?: string): Promise<Access> {
  const sample = readSample();
  const district = { ...sample.district, ...(appName && { appName }) };
  const owner = openDatabase(ownerUrl, { max: 1 });
  try {
    const access = await openDistrict(owner, keys, district, async (ctx, tx) => {
      const named = <R extends object>(rows: R[]) => rows.map((row) => ({ ...row, id: ctx.newId() }));
      await writers.school.insert(tx, named(sample.schools));
      await writers.gender.insert(tx, named(sample.genders));
      await writers.assignmentCode.insert(tx, named(sample.assignmentCodes));
      await writers.title.insert(tx, named(sample.titles));
      const ids = await insertPeople(ctx, tx, sample.people);
      await insertHouseholds(ctx, tx, sample.households, ids);
      await guardsOff(tx, ctx.newId);
      return giveAccess(ctx, tx);
    });
    await analyze(owner.pool);
    return access;
  } finally {
    await owner.close();
  }
}
