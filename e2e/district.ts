import { randomBytes } from 'node:crypto';
import type { Database } from '../db/client.ts';
import { type Access, giveAccess } from '../db/seed/access.ts';
import { textRows } from '../db/sql-text.ts';
import { insertReferenceValues } from '../db/testing/insert-reference-values.ts';
import { testKeys } from '../db/testing/keys.ts';
import type { Context, District } from '../lib/context.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { newId } from '../lib/new-id.ts';
import { guardsOff } from '../lib/sync/guards/settings.ts';

export interface TestDistrict {
  access: Access;
  /** For putting people into Campus (db/testing/person.ts) and for looking at what is there, past the product. */
  ctx: Context;
}

/** A district with reference values (db/testing/reference-values.ts), an admin and an HR vendor, and nobody in it. */
export async function newTestDistrict(owner: Database): Promise<TestDistrict> {
  const given = {
    appName: `e2e-${randomBytes(6).toString('hex')}`,
    name: 'Test ISD',
    timeZone: 'America/Chicago',
  };
  return openDistrict(owner, testKeys, given, async (ctx, tx) => {
    await insertReferenceValues(tx);
    await guardsOff(tx, ctx.newId);
    return { access: await giveAccess(ctx, tx), ctx };
  });
}

/** For looking at a district that is there, as the database's owner. */
export async function districtContext(owner: Database, appName: string): Promise<Context> {
  const [district] = await textRows<District>(
    owner,
    `select id, short_id as "shortId", app_name as "appName", name, time_zone as "timeZone"
       from district where app_name = $1`,
    [appName],
  );
  if (!district) throw new Error(`There is no district ${appName}.`);
  const actor = { kind: 'system' as const, name: 'Test' };
  return { actor, district, db: owner, keys: testKeys, now: new Date(), newId };
}
