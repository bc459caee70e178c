import { and, eq, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import type { Context } from '../../context.ts';
import { type Fingerprint, likeness } from '../../likeness/likeness.ts';
import { loadFingerprints } from '../../likeness/load-fingerprints.ts';
import { LIKELY } from '../../likeness/scale.ts';
import { type HrRecord, recordsAlike } from './hr-records.ts';
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

/**
 * What HR calls people whose number is wrong or missing: of each the likeliest record of the newest feed, the one that
 * is staged, or the last one committed if nothing is staged, if it is likely the same person and nobody in Campus has its
 * number (CHK-2).
 */
export const likelyRecords = (
  ctx: Context,
  { people }: { people: readonly string[] },
): Promise<LikelyRecord[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (people.length === 0) return [];
    const compared = await comparedOf(tx, { ids: people });
    const records = await recordsAlike(ctx, tx, {
      lastNameKeys: [...new Set(compared.map(({ lastNameKey }) => lastNameKey))],
      birthDates: [...new Set(compared.flatMap(({ birthDate }) => birthDate ?? []))],
    });
    if (records.length === 0) return [];
    const known = await loadFingerprints(ctx.keys, tx, [...people]);
    return people.flatMap((personId) => {
      const own = known.get(personId);
      const best = own && likeliest(own.fingerprint, records);
      return best ? [{ personId, ...best }] : [];
    });
  });

function likeliest(
  own: Fingerprint,
  records: readonly HrRecord[],
): Omit<LikelyRecord, 'personId'> | undefined {
  let best: { record: HrRecord; score: number; reasons: string[] } | undefined;
  for (const record of records) {
    const found = likeness(record.fingerprint, own);
    if (found.score >= LIKELY && found.score > (best?.score ?? 0)) best = { record, ...found };
  }
  if (!best) return undefined;
  const { staffNumber, name } = best.record;
  return { staffNumber, name, reasons: best.reasons };
}
