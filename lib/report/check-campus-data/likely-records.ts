import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import type { Context } from '../../context.ts';
import { withCurrentIndex } from '../../crypto/seal-ssn.ts';
import { fingerprintOf } from '../../likeness/fingerprint-of.ts';
import { type Fingerprint, likeness } from '../../likeness/likeness.ts';
import { loadFingerprints } from '../../likeness/load-fingerprints.ts';
import { LIKELY } from '../../likeness/scale.ts';
import { withKeptAddresses } from '../../likeness/with-kept-addresses.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { LikelyRecord } from './schema.ts';

const comparedOf = defineQuery(
  'names and birth dates of people',
  (orm, p: Params<{ ids: readonly string[] }>) => {
    const asked = unnested('asked', { id: [person.id, p.ids] });
    return orm
      .select({ lastNameKey: sql<string>`${identity.lastNameKey}`, birthDate: person.birthDate })
      .from(asked.table)
      .innerJoin(person, and(inDistrict(person), eq(person.id, asked.columns.id)))
      .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id)));
  },
);

/** Of a text of JSON that we wrote: reading it as JSON would take three times as long, for a whole feed. */
const textOf = (name: string) =>
  sql`substring(${stagedStaff.record} from ${sql.raw(`'"${name}":"([^"]*)"'`)})`;

const stagedAlike = defineQuery(
  'similar staged records, whose number is free',
  (orm, p: Params<{ lastNameKeys: readonly string[]; birthDates: readonly string[] }>) =>
    orm
      .select({ record: stagedStaff.record, index: stagedStaff.ssnIndex, cipher: stagedStaff.ssnCipher })
      .from(stagedCall)
      .innerJoin(stagedStaff, and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)))
      .leftJoin(person, and(inDistrict(person), eq(person.staffNumberKey, stagedStaff.staffNumberKey)))
      .where(
        and(
          inDistrict(stagedCall),
          isNotNull(stagedCall.firstSeq),
          isNull(person.id),
          or(
            sql`app.name_key(${textOf('lastName')}) = any(${p.lastNameKeys}::text[])`,
            sql`${textOf('birthDate')} = any(${p.birthDates}::text[])`,
          ),
        ),
      )
      .limit(MAX_ALIKE),
);

/** A page has at most a hundred people. */
const MAX_ALIKE = 5_000;

/**
 * What HR calls people whose number is wrong or missing: of each the likeliest record of the newest feed, the one that
 * is staged, if it is likely the same person and nobody in Campus has its number (CHK-2).
 */
export const likelyRecords = (
  ctx: Context,
  { people }: { people: readonly string[] },
): Promise<LikelyRecord[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const records = people.length === 0 ? [] : await recordsAlike(ctx, tx, people);
    if (records.length === 0) return [];
    const known = await loadFingerprints(ctx.keys, tx, [...people]);
    const fingerprints = await withKeptAddresses(tx, records.map(fingerprintOf));
    return people.flatMap((personId) => {
      const own = known.get(personId);
      const best = own && likeliest(own.fingerprint, records, fingerprints);
      return best ? [{ personId, ...best }] : [];
    });
  });

async function recordsAlike(ctx: Context, tx: Transaction, ids: readonly string[]): Promise<StaffRecord[]> {
  const compared = await comparedOf(tx, { ids });
  const rows = await stagedAlike(tx, {
    lastNameKeys: [...new Set(compared.map(({ lastNameKey }) => lastNameKey))],
    birthDates: [...new Set(compared.flatMap(({ birthDate }) => birthDate ?? []))],
  });
  return rows.map(({ record, index, cipher }) => {
    const read = JSON.parse(record) as StaffRecord;
    if (!index || !cipher) return read;
    const place = ssnInTransit(ctx.district.id, read.staffNumber);
    return { ...read, ssn: withCurrentIndex(ctx.keys, place, { cipher, index, last4: '' }) };
  });
}

function likeliest(
  own: Fingerprint,
  records: readonly StaffRecord[],
  /** Of each record. */
  fingerprints: readonly Fingerprint[],
): Omit<LikelyRecord, 'personId'> | undefined {
  let best: { record: StaffRecord; score: number; reasons: string[] } | undefined;
  for (const [i, record] of records.entries()) {
    const found = likeness(fingerprints[i] as Fingerprint, own);
    if (found.score >= LIKELY && found.score > (best?.score ?? 0)) best = { record, ...found };
  }
  if (!best) return undefined;
  const { lastName, firstName } = best.record.demographics;
  return {
    staffNumber: best.record.staffNumber,
    name: `${lastName}, ${firstName}`,
    reasons: best.reasons,
  };
}
