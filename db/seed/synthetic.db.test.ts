import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadCampusState } from '../../lib/change/load/load-campus-state.ts';
import type { PersonPlan } from '../../lib/change/person-plan.ts';
import { newBatch } from '../../lib/change/plan/new-batch.ts';
import { planPerson } from '../../lib/change/plan/plan-person.ts';
import type { Context, District } from '../../lib/context.ts';
import { sealSsn } from '../../lib/crypto/seal-ssn.ts';
import { districtByAppName } from '../../lib/district/find-district.ts';
import { parseNewStaffMember } from '../../lib/record/parse.ts';
import { staffNumberKey } from '../../lib/record/record.ts';
import { ssnInTransit } from '../../lib/record/ssn-place.ts';
import { textRow, textRows } from '../sql-text.ts';
import { testDatabase } from '../testing/database.ts';
import { testDistrict } from '../testing/district.ts';
import { testKeys } from '../testing/keys.ts';
import { type SyntheticDistrict, seedSynthetic } from './synthetic.ts';

const STAFF = 1000;
const folder = mkdtempSync(join(tmpdir(), 'campus-boi-feed-'));
afterAll(() => rmSync(folder, { recursive: true }));

let seeds = 0;
async function seeded(wanted: Omit<SyntheticDistrict, 'appName' | 'feed'>) {
  seeds += 1;
  const feed = join(folder, `${seeds}.ndjson`);
  const appName = `synthetic-test-${seeds}`;
  const { makeUp } = await seedSynthetic(inject('ownerUrl'), testKeys, { ...wanted, appName, feed });
  const district = (await districtByAppName(testDatabase(), appName)) as District;
  const ctx: Context = { ...(await testDistrict()), district };
  return { makeUp, ctx, feed: readFileSync(feed, 'utf8') };
}

const recordsOf = (feed: string): unknown[] =>
  feed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What the product's own rules make of the feed, before anything is committed. */
function plans(ctx: Context, feed: string): Promise<PersonPlan[]> {
  const records = recordsOf(feed).map((json) => {
    const parsed = parseNewStaffMember(json, (ssn, number) =>
      sealSsn(testKeys, ssnInTransit(ctx.district.id, number), ssn),
    );
    if ('errors' in parsed) throw new Error(JSON.stringify({ json, errors: parsed.errors }));
    return parsed.record;
  });
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const state = await loadCampusState(ctx, tx, records);
    const batch = newBatch(ctx, state, 'sync', {});
    return records.map((record) =>
      planPerson(record, state.people.get(staffNumberKey(record.staffNumber)) ?? [], batch),
    );
  });
}

let district: Awaited<ReturnType<typeof seeded>>;
beforeAll(async () => {
  district = await seeded({ staff: STAFF, seed: 7 });
});

test('every record of the feed is valid, and the rules find exactly the make-up that was asked for', async () => {
  const { makeUp, ctx, feed } = district;
  const found = Object.entries(Object.groupBy(await plans(ctx, feed), ({ outcome }) => outcome));
  expect(Object.fromEntries(found.map(([outcome, list]) => [outcome, list.length]))).toEqual({
    unchanged: makeUp.identical,
    updated: makeUp.differing,
    created: makeUp.created + makeUp.missingNumber,
    failed: makeUp.duplicateNumber,
  });
});

test('the shares are about what a real feed has', () => {
  const { makeUp } = district;
  const share = (count: number) => Math.round((count / STAFF) * 100);
  expect(share(makeUp.identical)).toBeGreaterThanOrEqual(42);
  expect(share(makeUp.identical)).toBeLessThanOrEqual(48);
  expect(share(makeUp.differing)).toBeGreaterThanOrEqual(47);
  expect(share(makeUp.differing)).toBeLessThanOrEqual(53);
  expect(share(makeUp.created)).toBeGreaterThanOrEqual(4);
  expect(share(makeUp.created)).toBeLessThanOrEqual(6);
  expect(makeUp.campusOnly).toBeGreaterThan(STAFF * 0.02);
  expect(makeUp.duplicateNumber + makeUp.missingNumber).toBeGreaterThan(3);
  expect(makeUp.students).toBeGreaterThanOrEqual(STAFF);
});

test('addresses are shared, and names are those of many peoples', async () => {
  const { ctx } = district;
  const [facts] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ shared: number; accents: number; guardians: number }>(
      tx,
      `select (select count(*) from (select from household_location where district_id = $1
                 group by address_id having count(*) > 1) s) as shared,
              (select count(*) from identity where district_id = $1 and last_name ~ '[^\\x01-\\x7f]') as accents,
              (select count(distinct guardian_id) from guardianship where district_id = $1) as guardians`,
      [tx.districtId],
    ),
  );
  expect(facts?.shared).toBeGreaterThan(50);
  expect(facts?.accents).toBeGreaterThan(250);
  expect(facts?.guardians).toBeGreaterThan(STAFF / 2);
});

test('the same staff and seed make the same district and feed; another seed makes others', async () => {
  const [one, two, other] = [
    await seeded({ staff: 120, seed: 1 }),
    await seeded({ staff: 120, seed: 1 }),
    await seeded({ staff: 120, seed: 2 }),
  ];
  expect(two.feed).toBe(one.feed);
  expect(two.makeUp).toEqual(one.makeUp);
  expect(other.feed).not.toBe(one.feed);
  expect(await everything(two.ctx)).toEqual(await everything(one.ctx));
});

/** A hash of each table's rows, but for what is sealed or says when. */
async function everything(ctx: Context) {
  const tables = [
    'identity',
    'employment',
    'district_assignment',
    'section_staff',
    'address',
    'household',
    'household_member',
    'household_location',
    'enrollment',
    'guardianship',
    'title',
    'section',
  ];
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const hashes = [];
    for (const table of tables)
      hashes.push(
        await textRow(
          tx,
          `select md5(string_agg(md5((to_jsonb(t) - 'district_id')::text), '' order by id)) as ${table}
             from ${table} t where district_id = $1`,
          [tx.districtId],
        ),
      );
    return hashes;
  });
}

test('--bad sets the share of bad codes, and each fails and is named', async () => {
  const { makeUp, ctx, feed } = await seeded({ staff: 300, seed: 3, bad: 0.1 });
  expect(makeUp.spoiled).toBeGreaterThan(15);
  const failed = (await plans(ctx, feed)).filter(({ outcome }) => outcome === 'failed');
  expect(failed.length).toBeGreaterThanOrEqual(makeUp.spoiled);
  expect(failed.length).toBeLessThanOrEqual(makeUp.spoiled + makeUp.duplicateNumber);
});
