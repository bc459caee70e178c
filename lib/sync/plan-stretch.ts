import type { Transaction } from '../../db/client.ts';
import { type Context, dateIn } from '../context.ts';
import { addressBook } from '../staff/change/address-book.ts';
import type { CampusPerson } from '../staff/change/campus-state.ts';
import { loadCampusState } from '../staff/change/load.ts';
import type { PersonPlan } from '../staff/change/person-plan.ts';
import { planPerson } from '../staff/change/plan.ts';
import { titleBook } from '../staff/change/title-book.ts';
import { staffNumberKey } from '../staff/record.ts';
import type { Staged } from './staged.ts';

export interface Planned extends Staged {
  plan: PersonPlan;
  people: readonly CampusPerson[];
}

/** Load and plan of one stretch of the staging, as validation and commit both do it (VAL and SYNC-6 can't differ). */
export async function planStretch(
  ctx: Context,
  tx: Transaction,
  staged: readonly Staged[],
  options: { describedTitles: ReadonlyMap<string, string | null>; keepUnlistedPositions: boolean },
): Promise<Planned[]> {
  const today = dateIn(ctx.district.timeZone, ctx.now);
  const state = await loadCampusState(
    tx,
    staged.map(({ record }) => record),
    today,
  );
  const batch = {
    state,
    mode: 'sync' as const,
    today,
    now: ctx.now.toISOString(),
    newId: ctx.newId,
    keepUnlistedPositions: options.keepUnlistedPositions,
    addresses: addressBook(state.addresses, ctx.newId),
    titles: titleBook(state.reference.titles, ctx.newId, options.describedTitles),
  };
  return staged.map(({ seq, record }) => {
    const people = state.people.get(staffNumberKey(record.staffNumber)) ?? [];
    return { seq, record, people, plan: planPerson(record, people, batch) };
  });
}
