import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Database } from '../../db/client.ts';
import { seedSynthetic } from '../../db/seed/synthetic.ts';
import { testKeys } from '../../db/testing/keys.ts';
import { campusRows } from '../campus-rows.ts';
import { districtContext } from '../district.ts';
import { patienceMs } from '../patience.ts';
import type { Product } from '../product/product.ts';
import { ok, Vendor } from '../vendor.ts';

/** QUALITY.md: a job continues within 30 s by itself. */
export const RESUMED_WITHIN_MS = patienceMs(30_000);

/** A district of some thousand staff, its feed transferred and validated. */
export async function validatedDistrict(product: Product, owner: Database, staff: number, feedFile: string) {
  const appName = `synthetic-${randomBytes(4).toString('hex')}`;
  const access = await seedSynthetic(product.ownerUrl, testKeys, { staff, seed: 7, feed: feedFile, appName });
  const sent = readFileSync(feedFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ctx = await districtContext(owner, access.appName);
  const vendor = new Vendor(product.baseUrl, access);
  await vendor.send(sent);
  ok(await vendor.validate(), 200);
  return { vendor, ctx, sent, access, makeUp: access.makeUp, rowsBefore: await campusRows(ctx) };
}
