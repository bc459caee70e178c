import { and } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { hrNotice } from '../../../db/schema/notice.ts';

const removeNotices = defineCommand('settle notices for HR', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm.delete(hrNotice).where(and(inDistrict(hrNotice), isOneOf(hrNotice.id, p.ids))),
);

/** Removes notices that HR's record settled, in the transaction that writes the record (RO-4, RO-5). */
export async function settleNotices(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await removeNotices(tx, { ids });
}

const removeNoticesOf = defineCommand(
  'remove the notices of people',
  (orm, p: Params<{ people: readonly string[] }>) =>
    orm.delete(hrNotice).where(and(inDistrict(hrNotice), isOneOf(hrNotice.personId, p.people))),
);

/** Before people are removed: HR's next record creates them again, and settles nothing. */
export async function dropNotices(tx: Transaction, people: readonly string[]): Promise<void> {
  await removeNoticesOf(tx, { people });
}
