import { and, gt, or } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { apiClientSecret } from '../../../db/schema/client.ts';
import { secretChecks, secretPlace } from '../../oauth/credentials.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

const secretsRead = (lock: boolean) =>
  defineQuery(`keys: client secrets${lock ? ', locked' : ''}`, (orm, p: Params<Batch>) => {
    const { id, cipher, checkHash } = apiClientSecret;
    const query = orm
      .select({ id, cipher, index: checkHash })
      .from(apiClientSecret)
      .where(
        and(
          inDistrict(apiClientSecret),
          gt(id, p.after),
          or(beginsOtherwise(cipher, p.cipher), beginsOtherwise(checkHash, p.index)),
        ),
      )
      .orderBy(id)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const secrets = { read: secretsRead(false), lock: secretsRead(true) };
const secretWriter = rowWriter(apiClientSecret, ['id', 'cipher', 'checkHash']);

export const ofSecrets: Store = {
  name: 'api_client_secret',
  async read(tx, { after, current, limit, lock }) {
    const rows = await (lock ? secrets.lock : secrets.read)(tx, { after, ...current, limit });
    return rows.map(({ id, ...row }) => ({ key: id, ...row, place: secretPlace(tx.districtId, id) }));
  },
  async write(tx, rows) {
    await secretWriter.update(
      tx,
      rows.map(({ key, cipher, index }) => ({ id: key, cipher, checkHash: index as Buffer })),
    );
  },
  indexes: secretChecks,
};
