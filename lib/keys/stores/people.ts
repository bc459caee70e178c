import { and, gt, isNotNull, or } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { person } from '../../../db/schema/person.ts';
import { ssnCipherAt, ssnIndexes } from '../../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import type { Store } from '../sealed.ts';
import { type Batch, beginsOtherwise } from './batch.ts';

const peopleRead = (lock: boolean) =>
  defineQuery(`keys: people${lock ? ', locked' : ''}`, (orm, p: Params<Batch>) => {
    const query = orm
      .select({ id: person.id, cipher: person.ssnCipher, index: person.ssnIndex })
      .from(person)
      .where(
        and(
          inDistrict(person),
          gt(person.id, p.after),
          isNotNull(person.ssnCipher),
          or(beginsOtherwise(person.ssnCipher, p.cipher), beginsOtherwise(person.ssnIndex, p.index)),
        ),
      )
      .orderBy(person.id)
      .limit(p.limit);
    return lock ? query.for('update') : query;
  });
const people = { read: peopleRead(false), lock: peopleRead(true) };
const peopleWriter = rowWriter(person, ['id', 'ssnCipher', 'ssnIndex']);

export const ofPeople: Store = {
  name: 'person',
  async read(tx, { after, current, limit, lock }) {
    const rows = await (lock ? people.lock : people.read)(tx, { after, ...current, limit });
    return rows.map(({ id, cipher, index }) => ({
      key: id,
      cipher: cipher as Buffer,
      index,
      place: ssnCipherAt(ssnOfPerson(tx.districtId, id)),
    }));
  },
  async write(tx, rows) {
    await peopleWriter.update(
      tx,
      rows.map(({ key, cipher, index = null }) => ({ id: key, ssnCipher: cipher, ssnIndex: index })),
    );
  },
  indexes: ssnIndexes,
};
