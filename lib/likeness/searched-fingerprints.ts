import { and, asc, desc, isNotNull, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { defineQuery } from '../../db/query.ts';
import { person } from '../../db/schema/person.ts';
import { isCurrentIndex } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { StaffRecord } from '../record/record.ts';
import { ssnInTransit } from '../record/ssn-place.ts';
import { fingerprintOf, oldSsns } from './fingerprint-of.ts';
import type { Fingerprint } from './likeness.ts';

const edge = (orm: Orm, order: SQL) =>
  orm
    .select({ index: person.ssnIndex })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.ssnIndex)))
    .orderBy(order)
    .limit(1);

const edges = defineQuery('first and last SSN index', (orm) =>
  unionAll(edge(orm, asc(person.ssnIndex)), edge(orm, desc(person.ssnIndex))),
);

/**
 * What records are compared by in a search of Campus, which must also find people whose SSN still has the index of an old
 * key. An index begins with its key, so where the first and the last are of the current one, all are, and no record's SSN is
 * opened: that took a tenth of the worker's time in a first load.
 */
export async function searchedFingerprints(
  keys: CryptoKeys,
  tx: Transaction,
  records: readonly StaffRecord[],
): Promise<Fingerprint[]> {
  if (records.every(({ ssn }) => !ssn)) return records.map(fingerprintOf);
  const stored = await edges(tx);
  if (stored.every(({ index }) => index && isCurrentIndex(keys, index))) return records.map(fingerprintOf);
  return records.map((record) => {
    const { ssn, staffNumber } = record;
    const place = ssnInTransit(tx.districtId, staffNumber);
    return { ...fingerprintOf(record), oldSsns: ssn ? oldSsns(keys, place, ssn.cipher) : [] };
  });
}
