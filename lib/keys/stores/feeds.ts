import { and, gt } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { feed } from '../../../db/schema/feed.ts';
import { feedSecretPlace } from '../../feeds/secret.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

type CipherParams = Params<Omit<Batch, 'index'>>;
const feedsRead = (lock: boolean) =>
  defineQuery(`keys: secrets of feeds${lock ? ', locked' : ''}`, (orm, p: CipherParams) => {
    const { id, secretCipher: cipher } = feed;
    const query = orm
      .select({ id, cipher })
      .from(feed)
      .where(and(inDistrict(feed), gt(id, p.after), beginsOtherwise(cipher, p.cipher)))
      .orderBy(id)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const feeds = { read: feedsRead(false), lock: feedsRead(true) };
const feedWriter = rowWriter(feed, ['id', 'secretCipher']);

export const ofFeeds: Store = {
  name: 'feed',
  async read(tx, { after, current: { cipher }, limit, lock }) {
    const rows = await (lock ? feeds.lock : feeds.read)(tx, { after, cipher, limit });
    return rows.map((row) => ({
      key: row.id,
      cipher: row.cipher as Buffer,
      place: feedSecretPlace(tx.districtId, row.id),
    }));
  },
  async write(tx, rows) {
    await feedWriter.update(
      tx,
      rows.map(({ key, cipher }) => ({ id: key, secretCipher: cipher })),
    );
  },
};
