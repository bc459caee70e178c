import { type FileHandle, open } from 'node:fs/promises';
import type { Context } from '../../lib/context.ts';
import type { CryptoKeys } from '../../lib/crypto/keys.ts';
import { openDistrict } from '../../lib/district/open-district.ts';
import { guardsOff } from '../../lib/sync/guards/settings.ts';
import { openDatabase, type Transaction } from '../client.ts';
import { type Access, giveAccess } from './access.ts';
import { analyze } from './analyze.ts';
import { CampusStaff, SECTIONS_PER_SCHOOL } from './synthetic/campus-staff.ts';
import { FamilyMaker } from './synthetic/families.ts';
import { Ids } from './synthetic/ids.ts';
import { type MakeUp, nextOfFeed, nothing } from './synthetic/make-up.ts';
import { Random } from './synthetic/random.ts';
import { GENDERS, type ReferenceValues, referenceValues } from './synthetic/reference-values.ts';
import { RowBatch, writeRows } from './synthetic/rows.ts';
import { StaffMaker } from './synthetic/staff.ts';
import { writers } from './writers.ts';

const BATCH_ROWS = 250;

export interface SyntheticDistrict {
  /** How many records HR's feed has; about as many staff are in Campus, and as many students. */
  staff: number;
  /** The same staff and seed make the same people, ids and feed. */
  seed: number;
  appName?: string;
  /** A file for HR's feed, as NDJSON in the shape of API.md. */
  feed?: string;
  /** The share of the feed's records with a code that Campus does not know. */
  bad?: number;
}

/**
 * Opens a district of any size and writes HR's feed for it to a file, in constant memory and one transaction.
 * @throws DistrictExists
 */
export async function seedSynthetic(
  ownerUrl: string,
  keys: CryptoKeys,
  wanted: SyntheticDistrict,
): Promise<Access & { makeUp: MakeUp }> {
  const { staff, seed, appName = `synthetic-${staff}-${seed}` } = wanted;
  const owner = openDatabase(ownerUrl, { max: 1 });
  try {
    const district = { appName, name: `Synthetic ISD ${staff}`, timeZone: 'America/Chicago' };
    const made = await openDistrict(owner, keys, district, async (ctx, tx) => {
      await guardsOff(tx, ctx.newId);
      return {
        makeUp: await withFeed(wanted.feed, (feed) => fill(ctx, tx, wanted, feed)),
        ...(await giveAccess(ctx, tx)),
      };
    });
    await analyze(owner.pool);
    return made;
  } finally {
    await owner.close();
  }
}

async function withFeed<T>(path: string | undefined, work: (feed?: FileHandle) => Promise<T>): Promise<T> {
  if (path === undefined) return work();
  const feed = await open(path, 'w');
  try {
    return await work(feed);
  } finally {
    await feed.close();
  }
}

async function fill(
  ctx: Context,
  tx: Transaction,
  wanted: SyntheticDistrict,
  feed?: FileHandle,
): Promise<MakeUp> {
  const random = new Random(wanted.seed);
  const values = referenceValues(wanted.staff, random);
  const ids = new Ids();
  const staff = new StaffMaker(random, values);
  const families = new FamilyMaker(random, values, ids, staff);
  const makers = { random, staff, families, campus: new CampusStaff(random, ids, staff, families) };
  const rows = new RowBatch(ctx.keys, tx.districtId, ids);
  const makeUp = nothing();

  await insertReferenceValues(tx, values, ids);
  let writing = Promise.resolve();
  for (let done = 0; done < wanted.staff; ) {
    let lines = '';
    for (const end = Math.min(done + BATCH_ROWS, wanted.staff); done < end; done += 1) {
      lines += `${JSON.stringify(nextOfFeed(makers, rows, makeUp, wanted.bad ?? 0))}\n`;
      while (makeUp.students < done + 1) makeUp.students += families.family(rows);
    }
    // The next batch is made while the server writes this one.
    await writing;
    writing = writeRows(tx, rows.take());
    // Without statistics each foreign key is checked by a scan of the district: 2,000 staff took 20 s instead of 1.
    if (done <= BATCH_ROWS) writing = writing.then(() => analyze(tx.client));
    writing.catch(() => {});
    await feed?.appendFile(lines);
  }
  await writing;
  return makeUp;
}

async function insertReferenceValues(tx: Transaction, values: ReferenceValues, ids: Ids): Promise<void> {
  const named = <R extends object>(rows: readonly R[]) =>
    rows.map((row) => ({ ...row, id: ids.next('code') }));
  await writers.gender.insert(tx, named(GENDERS));
  await writers.school.insert(tx, named(values.schools));
  await writers.assignmentCode.insert(tx, named(values.assignmentCodes));
  await writers.title.insert(tx, named(values.titles));
  await writers.section.insert(
    tx,
    values.schools.flatMap(({ schoolNumber }) =>
      Array.from({ length: SECTIONS_PER_SCHOOL }, (_, i) => ({
        id: ids.next('section'),
        schoolNumber,
        name: `Section ${i + 1}`,
        startDate: '2026-08-31',
        endDate: '2027-06-04',
      })),
    ),
  );
}
