import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { TestFound } from './schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';
import { testById } from './visits.ts';

/** What a test sign-in of the user who asks brought. @throws NotFound */
export async function readTest(ctx: Context, { id }: { id: string }): Promise<TestFound> {
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null;
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) => testById.first(tx, { id, userId }));
  if (!row) throw new NotFound(SIGN_ON_TEXTS.noSuchTest());
  return row.found;
}
