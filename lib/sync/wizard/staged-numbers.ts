import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict, ONE, TRUE, ZERO } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';

type Asked = Params<{
  runId: string;
  places: readonly number[];
  keys: readonly string[];
  /** As they are staged; null for what can't be staged. */
  records: readonly (string | null)[];
}>;

/**
 * What a run holds of these numbers: staged, by the same record or by another one, or set aside. Each number is looked up by
 * itself (`ZERO`): the planner knows nothing of a staging that is just being filled.
 */
export const stagedNumbers = defineQuery('what a run holds of these numbers', (orm, p: Asked) => {
  const sent = unnested('sent', {
    place: ['integer', p.places],
    key: [stagedStaff.staffNumberKey, p.keys],
    record: [stagedStaff.record, p.records],
  });
  const ofStaged = alias(stagedCall, 'of_staged');
  const ofAside = alias(stagedCall, 'of_aside');
  const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
  const staged = orm
    .select({
      isSame: sql<boolean>`${columns.record} is not distinct from ${sent.columns.record}`.as('is_same'),
      ssnIndex: columns.ssnIndex.as('ssn_index'),
      ssnCipher: columns.ssnCipher.as('ssn_cipher'),
    })
    .from(stagedStaff)
    .leftJoinLateral(known, TRUE)
    .innerJoin(
      ofStaged,
      and(inDistrict(ofStaged), eq(ofStaged.id, stagedStaff.callId), isNotNull(ofStaged.firstSeq)),
    )
    .where(
      and(
        inDistrict(stagedStaff),
        eq(stagedStaff.runId, p.runId),
        eq(stagedStaff.staffNumberKey, sent.columns.key),
      ),
    )
    .offset(ZERO)
    .as('staged');
  const aside = orm
    .select({ one: ONE.one.as('one') })
    .from(setAsideStaff)
    .innerJoin(
      ofAside,
      and(inDistrict(ofAside), eq(ofAside.id, setAsideStaff.callId), isNotNull(ofAside.firstSeq)),
    )
    .where(
      and(
        inDistrict(setAsideStaff),
        eq(setAsideStaff.runId, p.runId),
        eq(setAsideStaff.staffNumberKey, sent.columns.key),
      ),
    )
    .limit(1)
    .as('aside');
  return orm
    .select({
      place: sent.columns.place,
      isStaged: sql<boolean>`${staged.isSame} is not null`,
      isSame: staged.isSame,
      ssnIndex: staged.ssnIndex,
      ssnCipher: staged.ssnCipher,
    })
    .from(sent.table)
    .leftJoinLateral(staged, sql`true`)
    .leftJoinLateral(aside, sql`true`)
    .where(or(isNotNull(staged.isSame), isNotNull(aside.one)));
});
