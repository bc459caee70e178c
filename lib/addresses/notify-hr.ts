import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { householdMember } from '../../db/schema/household.ts';
import { hrNotice, type MergedAddress } from '../../db/schema/notice.ts';
import { person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';

const managedMembers = defineQuery(
  'HR-managed people who are or were in households',
  (orm, p: Params<{ householdIds: readonly string[] }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(
        and(
          inDistrict(person),
          isNotNull(person.hrManagedAt),
          inArray(
            person.id,
            orm
              .select({ id: householdMember.personId })
              .from(householdMember)
              .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.householdIds))),
          ),
        ),
      )
      .orderBy(person.id),
);
const removeBySubject = defineCommand(
  'remove the notices of a merge',
  (orm, p: Params<{ decisionId: string }>) =>
    orm.delete(hrNotice).where(and(inDistrict(hrNotice), eq(hrNotice.subject, p.decisionId))),
);

const notices = rowWriter(hrNotice, ['id', 'personId', 'kind', 'subject', 'detail', 'createdAt']);

/** HR's next call or commit for each HR-managed person of these households says that two addresses were merged (RO-4). */
export async function notifyHrOfMerge(
  ctx: Context,
  tx: Transaction,
  decisionId: string,
  householdIds: readonly string[],
  merged: MergedAddress,
): Promise<void> {
  const people = await managedMembers(tx, { householdIds });
  const detail = JSON.stringify(merged);
  const notice = { kind: 'addressMerged', subject: decisionId, detail, createdAt: ctx.now } as const;
  await notices.insert(
    tx,
    people.map(({ id }) => ({ id: ctx.newId(), personId: id, ...notice })),
  );
}

/** A merge that was undone before HR's next record is no news to HR. */
export async function withdrawNotices(tx: Transaction, decisionId: string): Promise<void> {
  await removeBySubject(tx, { decisionId });
}
