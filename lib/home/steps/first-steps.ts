import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { hiddenSteps } from '../../../db/schema/access.ts';
import { rightsOf } from '../../access/rights-of-user.ts';
import type { Context } from '../../context.ts';
import { factsOf } from './facts.ts';
import { type FirstSteps, RIGHT_OF_STEP, STEPS, type Step } from './schema.ts';

const hiddenByUser = defineQuery(
  'whether a user has hidden the first steps',
  (orm, p: Params<{ userId: string }>) =>
    orm
      .select({ open: hiddenSteps.open })
      .from(hiddenSteps)
      .where(and(inDistrict(hiddenSteps), eq(hiddenSteps.userId, p.userId))),
);

/**
 * The first steps that are the signed-in user's to do, and whether the user has hidden them. They are shown again when
 * a step opens that was done then, a second factor that was removed. Not for a staff number: the list of actions has it.
 * Whether the numbers are right follows from the counts of the staff: lib/home/staff-numbers.ts.
 */
export const firstSteps = (ctx: Context): Promise<FirstSteps> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'user') return { steps: [], hidden: true };
    const rights = await rightsOf(tx, actor);
    const own = STEPS.filter((step) => {
      const right = RIGHT_OF_STEP[step];
      return right === null || rights.includes(right);
    });
    const facts: Partial<Record<Step, boolean>> = await factsOf(tx, actor.id);
    const hid = await hiddenByUser.first(tx, { userId: actor.id });
    const hidden = hid !== undefined && !own.some((step) => !facts[step] && reopens(step, hid.open));
    return { steps: own.map((step) => ({ step, done: facts[step] ?? null })), hidden };
  });

const reopens = (step: Step, openWhenHidden: readonly string[]): boolean =>
  step !== 'staffNumbers' && !openWhenHidden.includes(step);
