import { and } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { hrNotice } from '../../../db/schema/notice.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { HrNotice } from '../notice.ts';

const noticesOf = defineQuery('notices for HR of people', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({
      personId: hrNotice.personId,
      id: hrNotice.id,
      kind: hrNotice.kind,
      detail: hrNotice.detail,
    })
    .from(hrNotice)
    .where(and(inDistrict(hrNotice), isOneOf(hrNotice.personId, p.ids)))
    .orderBy(hrNotice.id),
);

/** Reads what HR's next record settles (RO-4, RO-5). Few people have any. */
export async function loadNotices(tx: Transaction, people: Map<string, CampusPerson>): Promise<void> {
  for (const { personId, ...notice } of await noticesOf(tx, { ids: [...people.keys()] })) {
    const person = people.get(personId);
    // The kind says which detail it is.
    if (person) person.notices = [...(person.notices ?? []), notice as HrNotice];
  }
}
