import type { Context } from '../../context.ts';
import { dateIn } from '../../time/date-in.ts';
import type { CampusState } from '../campus-state.ts';
import type { Batch, PlanMode } from '../person-plan.ts';
import { addressBook } from './address-book.ts';
import { titleBook } from './title-book.ts';

/** The date of the call in the district (ID-2). */
export const todayOf = (ctx: Context): string => dateIn(ctx.district.timeZone, ctx.now);

/** What the plans of a batch share; a new one each time the batch is planned. */
export const newBatch = (
  ctx: Context,
  state: CampusState,
  mode: PlanMode,
  options: { describedTitles?: ReadonlyMap<string, string | null>; keepUnlistedPositions?: boolean } = {},
): Batch => ({
  state,
  mode,
  today: todayOf(ctx),
  now: ctx.now.toISOString(),
  newId: ctx.newId,
  keepUnlistedPositions: options.keepUnlistedPositions,
  addresses: addressBook(state.addresses, ctx.newId),
  titles: titleBook(state.reference.titles, ctx.newId, options.describedTitles),
});
