import { and, eq } from 'drizzle-orm';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { hiddenSteps } from '../../../db/schema/access.ts';
import type { Context } from '../../context.ts';
import { factsOf } from './facts.ts';
import { STEPS, type Step } from './schema.ts';

const { districtId, userId } = hiddenSteps;

const hide = defineCommand(
  'hide the first steps from a user',
  (orm, p: Params<{ id: string; userId: string; open: readonly string[] }>) => {
    const open = asStored(p.open, hiddenSteps.open);
    return orm
      .insert(hiddenSteps)
      .values({ districtId: DISTRICT_ID, id: p.id, userId: p.userId, open })
      .onConflictDoUpdate({ target: [districtId, userId], set: { open } });
  },
);
const show = defineCommand('show the first steps to a user', (orm, p: Params<{ userId: string }>) =>
  orm.delete(hiddenSteps).where(and(inDistrict(hiddenSteps), eq(userId, p.userId))),
);

/** Hides Home's first steps from the signed-in user alone, or shows them again. Doing so twice changes nothing. */
export const hideSteps = (ctx: Context, { hidden }: { hidden: boolean }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'user') return;
    if (!hidden) {
      await show(tx, { userId: actor.id });
      return;
    }
    const facts: Partial<Record<Step, boolean>> = await factsOf(tx, actor.id);
    const open = STEPS.filter((step) => !facts[step]);
    await hide(tx, { id: ctx.newId(), userId: actor.id, open });
  });
