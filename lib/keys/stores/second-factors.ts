import { and, gt } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { appUser } from '../../../db/schema/access.ts';
import { totpPlace } from '../../auth/totp.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

type CipherParams = Params<Omit<Batch, 'index'>>;
const factorsRead = (lock: boolean) =>
  defineQuery(`keys: second factors${lock ? ', locked' : ''}`, (orm, p: CipherParams) => {
    const { id, totpCipher: cipher } = appUser;
    const query = orm
      .select({ id, cipher })
      .from(appUser)
      .where(and(inDistrict(appUser), gt(id, p.after), beginsOtherwise(cipher, p.cipher)))
      .orderBy(id)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const factors = { read: factorsRead(false), lock: factorsRead(true) };
const factorWriter = rowWriter(appUser, ['id', 'totpCipher']);

export const ofFactors: Store = {
  name: 'app_user',
  async read(tx, { after, current: { cipher }, limit, lock }) {
    const rows = await (lock ? factors.lock : factors.read)(tx, { after, cipher, limit });
    return rows.map((row) => ({
      key: row.id,
      cipher: row.cipher as Buffer,
      place: totpPlace(tx.districtId, row.id),
    }));
  },
  async write(tx, rows) {
    await factorWriter.update(
      tx,
      rows.map(({ key, cipher }) => ({ id: key, totpCipher: cipher })),
    );
  },
};
