import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import { ssnCipherAt, ssnIndexes } from '../../crypto/seal-ssn.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

const stagedRead = (lock: boolean) =>
  defineQuery(
    `keys: staged people${lock ? ', locked' : ''}`,
    (orm, p: Params<Omit<Batch, 'after'> & { callId: string; line: number }>) => {
      const { callId, line, staffNumberKey, ssnCipher, ssnIndex } = stagedStaff;
      const query = orm
        .select({ callId, line, staffNumberKey, cipher: ssnCipher, index: ssnIndex })
        .from(stagedStaff)
        .where(
          and(
            inDistrict(stagedStaff),
            sql`(${callId}, ${line}) > (${p.callId}::uuid, ${p.line}::integer)`,
            isNotNull(ssnCipher),
            or(beginsOtherwise(ssnCipher, p.cipher), beginsOtherwise(ssnIndex, p.index)),
          ),
        )
        .orderBy(callId, line)
        .limit(p.limit);
      return lock ? query.for('update') : query;
    },
  );
const staged = { read: stagedRead(false), lock: stagedRead(true) };

interface StagedRows {
  callIds: readonly string[];
  lines: readonly number[];
  ciphers: readonly Buffer[];
  indexes: readonly Buffer[];
}
const writeStaged = defineCommand('keys: write staged people', (orm, p: Params<StagedRows>) => {
  const given = unnested('given', {
    callId: [stagedStaff.callId, p.callIds],
    line: ['integer', p.lines],
    cipher: [stagedStaff.ssnCipher, p.ciphers],
    index: [stagedStaff.ssnIndex, p.indexes],
  });
  const { callId, line, cipher, index } = given.columns;
  return orm
    .update(stagedStaff)
    .set({ ssnCipher: sql`${cipher}`, ssnIndex: sql`${index}` })
    .from(given.table)
    .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, callId), eq(stagedStaff.line, line)));
});

export const ofStaging: Store = {
  name: 'staged_staff',
  async read(tx, { after, current, limit, lock }) {
    const [callId = '', line = '-1'] = after.split(' ');
    const rows = await (lock ? staged.lock : staged.read)(tx, {
      callId,
      line: Number(line),
      ...current,
      limit,
    });
    return rows.map((row) => ({
      key: `${row.callId} ${row.line}`,
      cipher: row.cipher as Buffer,
      index: row.index,
      place: ssnCipherAt(ssnInTransit(tx.districtId, row.staffNumberKey)),
    }));
  },
  async write(tx, rows) {
    const places = rows.map(({ key }) => key.split(' '));
    await writeStaged(tx, {
      callIds: places.map(([callId = '']) => callId),
      lines: places.map(([, line]) => Number(line)),
      ciphers: rows.map(({ cipher }) => cipher),
      indexes: rows.map(({ index }) => index as Buffer),
    });
  },
  indexes: ssnIndexes,
};
