import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson, CampusState } from '../../change/campus-state.ts';
import { loadCampusState } from '../../change/load/load-campus-state.ts';
import type { PersonPlan } from '../../change/person-plan.ts';
import { newBatch } from '../../change/plan/new-batch.ts';
import { planPerson } from '../../change/plan/plan-person.ts';
import type { Context } from '../../context.ts';
import { findLikely, likelyWarning } from '../../likeness/find-likely.ts';
import { searchedFingerprints } from '../../likeness/searched-fingerprints.ts';
import { mapRecord } from '../../record/map-values.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { Staged } from './staged.ts';
import type { RunValueMaps } from './value-maps.ts';

export interface Planned extends Staged {
  plan: PersonPlan;
  people: readonly CampusPerson[];
}

export interface PlanOptions {
  describedTitles: ReadonlyMap<string, string | null>;
  keepUnlistedPositions: boolean;
  valueMaps: Pick<RunValueMaps, 'at'>;
}

/** Loads and plans one batch of the staging. Validation and commit both call it, so they can't differ (VAL, SYNC-6). */
export async function planBatch(
  ctx: Context,
  tx: Transaction,
  staged: readonly Staged[],
  { valueMaps, ...options }: PlanOptions,
): Promise<Planned[]> {
  const mapped = staged.map((one) => ({ ...one, record: mapRecord(one.record, valueMaps.at(one.seq)) }));
  const state = await loadCampusState(
    ctx,
    tx,
    mapped.map(({ record }) => record),
  );
  const batch = newBatch(ctx, state, 'sync', options);
  const planned = mapped.map((one) => {
    const people = state.people.get(staffNumberKey(one.record.staffNumber)) ?? [];
    return { ...one, people, plan: planPerson(one.record, people, batch) };
  });
  await warnOfLikely(
    ctx,
    tx,
    state,
    planned.filter(({ plan }) => plan.outcome === 'created'),
  );
  return planned;
}

/** Adds to the plans of new people who in Campus is likely the same person (CMB-2). */
async function warnOfLikely(
  ctx: Context,
  tx: Transaction,
  { addresses }: CampusState,
  created: readonly Planned[],
): Promise<void> {
  if (created.length === 0) return;
  const records = created.map(({ record }) => record);
  const asked = await searchedFingerprints(ctx.keys, tx, records);
  const likely = await findLikely(ctx.keys, tx, asked, { addresses });
  for (const [i, { plan }] of created.entries()) {
    const warning = likelyWarning(likely[i] ?? []);
    if (warning) plan.warnings.push(warning);
  }
}
