import { and, gt, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { idempotencyKey } from '../../../db/schema/client.ts';
import { keptBodyPlace } from '../../http/idempotency/kept-answer.ts';
import type { Store } from '../sealed.ts';

const answersRead = (lock: boolean) =>
  defineQuery(
    `keys: kept answers${lock ? ', locked' : ''}`,
    (orm, p: Params<{ after: string; begins: string; limit: number }>) => {
      const { id, body } = idempotencyKey;
      const query = orm
        .select({ id, body })
        .from(idempotencyKey)
        .where(
          and(
            inDistrict(idempotencyKey),
            gt(id, p.after),
            sql`substring(${body} from 1 for 8) <> ${p.begins}`,
          ),
        )
        .orderBy(id)
        .limit(p.limit);
      return lock ? query.for('update') : query;
    },
  );
const answers = { read: answersRead(false), lock: answersRead(true) };
const answerWriter = rowWriter(idempotencyKey, ['id', 'body']);

export const ofAnswers: Store = {
  name: 'idempotency_key',
  async read(tx, { after, current, limit, lock }) {
    const begins = current.cipher.toString('base64');
    const rows = await (lock ? answers.lock : answers.read)(tx, { after, begins, limit });
    return rows.map(({ id, body }) => ({
      key: id,
      cipher: Buffer.from(body ?? '', 'base64'),
      place: keptBodyPlace(tx.districtId, id),
    }));
  },
  async write(tx, rows) {
    await answerWriter.update(
      tx,
      rows.map(({ key, cipher }) => ({ id: key, body: cipher.toString('base64') })),
    );
  },
};
