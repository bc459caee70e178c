import { and, gt } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { mail } from '../../../db/schema/mail.ts';
import { mailSecretPlace } from '../../mail/secret.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

type CipherParams = Params<Omit<Batch, 'index'>>;
const mailsRead = (lock: boolean) =>
  defineQuery(`keys: links in e-mails${lock ? ', locked' : ''}`, (orm, p: CipherParams) => {
    const { id, secretCipher: cipher } = mail;
    const query = orm
      .select({ id, cipher })
      .from(mail)
      .where(and(inDistrict(mail), gt(id, p.after), beginsOtherwise(cipher, p.cipher)))
      .orderBy(id)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const mails = { read: mailsRead(false), lock: mailsRead(true) };
const mailWriter = rowWriter(mail, ['id', 'secretCipher']);

export const ofMails: Store = {
  name: 'mail',
  async read(tx, { after, current: { cipher }, limit, lock }) {
    const rows = await (lock ? mails.lock : mails.read)(tx, { after, cipher, limit });
    return rows.map((row) => ({
      key: row.id,
      cipher: row.cipher as Buffer,
      place: mailSecretPlace(tx.districtId, row.id),
    }));
  },
  async write(tx, rows) {
    await mailWriter.update(
      tx,
      rows.map(({ key, cipher }) => ({ id: key, secretCipher: cipher })),
    );
  },
};
