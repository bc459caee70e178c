import { and, gt } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { identityProvider } from '../../../db/schema/single-sign-on.ts';
import { providerSecretPlace } from '../../single-sign-on/secret.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

type CipherParams = Params<Omit<Batch, 'index'>>;
const providersRead = (lock: boolean) =>
  defineQuery(
    `keys: client secrets of identity providers${lock ? ', locked' : ''}`,
    (orm, p: CipherParams) => {
      const { id, secretCipher: cipher } = identityProvider;
      const query = orm
        .select({ id, cipher })
        .from(identityProvider)
        .where(and(inDistrict(identityProvider), gt(id, p.after), beginsOtherwise(cipher, p.cipher)))
        .orderBy(id)
        .limit(p.limit);
      return lock ? query.for('update') : query;
    },
  );
const providers = { read: providersRead(false), lock: providersRead(true) };
const providerWriter = rowWriter(identityProvider, ['id', 'secretCipher']);

export const ofProviders: Store = {
  name: 'identity_provider',
  async read(tx, { after, current: { cipher }, limit, lock }) {
    const rows = await (lock ? providers.lock : providers.read)(tx, { after, cipher, limit });
    return rows.map((row) => ({
      key: row.id,
      cipher: row.cipher as Buffer,
      place: providerSecretPlace(tx.districtId, row.id),
    }));
  },
  async write(tx, rows) {
    await providerWriter.update(
      tx,
      rows.map(({ key, cipher }) => ({ id: key, secretCipher: cipher })),
    );
  },
};
