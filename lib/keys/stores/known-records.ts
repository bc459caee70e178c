import { and, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { unnested } from '../../../db/unnested.ts';
import { ssnCipherAt, ssnIndexes } from '../../crypto/seal-ssn.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

const { staffNumberKey, ssnCipher, ssnIndex } = knownRecord;

const knownRead = (lock: boolean) =>
  defineQuery(`keys: known records${lock ? ', locked' : ''}`, (orm, p: Params<Batch>) => {
    const query = orm
      .select({ key: staffNumberKey, cipher: ssnCipher, index: ssnIndex })
      .from(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          gt(staffNumberKey, p.after),
          isNotNull(ssnCipher),
          or(beginsOtherwise(ssnCipher, p.cipher), beginsOtherwise(ssnIndex, p.index)),
        ),
      )
      .orderBy(staffNumberKey)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const known = { read: knownRead(false), lock: knownRead(true) };

const writeKnown = defineCommand(
  'keys: write known records',
  (orm, p: Params<{ keys: readonly string[]; ciphers: readonly Buffer[]; indexes: readonly Buffer[] }>) => {
    const given = unnested('given', {
      key: [staffNumberKey, p.keys],
      cipher: [ssnCipher, p.ciphers],
      index: [ssnIndex, p.indexes],
    });
    const { key, cipher, index } = given.columns;
    return orm
      .update(knownRecord)
      .set({ ssnCipher: sql`${cipher}`, ssnIndex: sql`${index}` })
      .from(given.table)
      .where(and(inDistrict(knownRecord), eq(staffNumberKey, key)));
  },
);

/** With another index key the record has another digest, too, and is read again: only its SSN is rotated. */
export const ofKnown: Store = {
  name: 'known_record',
  async read(tx, { after, current, limit, lock }) {
    const rows = await (lock ? known.lock : known.read)(tx, { after, ...current, limit });
    return rows.map(({ key, cipher, index }) => ({
      key,
      cipher: cipher as Buffer,
      index,
      place: ssnCipherAt(ssnInTransit(tx.districtId, key)),
    }));
  },
  async write(tx, rows) {
    await writeKnown(tx, {
      keys: rows.map(({ key }) => key),
      ciphers: rows.map(({ cipher }) => cipher),
      indexes: rows.map(({ index }) => index as Buffer),
    });
  },
  indexes: ssnIndexes,
};
