import { and, eq, sql } from 'drizzle-orm';
import { DISTRICT_ID, inDistrict, isOneOf, ONE } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { difference, reviewedChange } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import { storedReport } from '../read-validation.ts';
import { leadNumberKey } from './filter.ts';
import { reviewerOf } from './read-people.ts';

const mark = defineCommand(
  'mark people of a report as reviewed',
  (orm, p: Params<{ validationId: string; userId: string; keys: readonly string[]; at: Date }>) =>
    orm
      .insert(reviewedChange)
      .select(
        orm
          .selectDistinctOn([leadNumberKey], {
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            userId: sql`${p.userId}::uuid`.as('user_id'),
            staffNumberKey: leadNumberKey.as('staff_number_key'),
            digest: sql<string>`${difference.digest}`.as('digest'),
            reviewedAt: sql`${p.at}::timestamptz`.as('reviewed_at'),
          })
          .from(difference)
          .where(
            and(
              inDistrict(difference),
              eq(difference.validationId, p.validationId),
              sql`${difference.tags} is not null`,
              sql`${leadNumberKey} = any(${p.keys}::text[])`,
            ),
          ),
      )
      .onConflictDoUpdate({
        target: [reviewedChange.districtId, reviewedChange.userId, reviewedChange.staffNumberKey],
        set: { digest: sql`excluded.digest`, reviewedAt: sql`excluded.reviewed_at` },
      })
      .returning(ONE),
);
const unmark = defineCommand(
  'mark people as not reviewed',
  (orm, p: Params<{ userId: string; keys: readonly string[] }>) =>
    orm
      .delete(reviewedChange)
      .where(
        and(
          inDistrict(reviewedChange),
          eq(reviewedChange.userId, p.userId),
          isOneOf(reviewedChange.staffNumberKey, p.keys),
        ),
      ),
);

export interface Reviewed {
  runId: string;
  staffNumbers: readonly string[];
  reviewed: boolean;
}

/**
 * Marks people of a run's report as reviewed by the signed-in admin, or takes the mark away. A mark stays over further
 * validations while the change is the same. @throws NotFound
 */
export async function markReviewed(ctx: Context, { runId, staffNumbers, reviewed }: Reviewed): Promise<void> {
  const keys = staffNumbers.map(staffNumberKey);
  const userId = reviewerOf(ctx);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id: validationId } = await storedReport(ctx, tx, runId);
    if (reviewed) await mark(tx, { validationId, userId, keys, at: ctx.now });
    else await unmark(tx, { userId, keys });
  });
}
