import { and, eq, max } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { addressDecision } from '../../../db/schema/household.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { codesBasis } from '../batch/codes-basis.ts';
import { rulesVersion } from '../batch/rules-version.ts';
import type { RunValueMaps } from '../batch/value-maps.ts';
import { readSettings } from '../settings.ts';

const lastDecision = defineQuery('when addresses were last merged, or a merge undone', (orm) =>
  orm
    .select({ decidedAt: max(addressDecision.decidedAt), undoneAt: max(addressDecision.undoneAt) })
    .from(addressDecision)
    .where(and(inDistrict(addressDecision), eq(addressDecision.kind, 'merged'))),
);
/** An undo takes details from addresses where other people live, too. */
const lastUndo = defineQuery('when a commit was last undone', (orm) =>
  orm
    .select({ startedAt: max(syncRun.startedAt) })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'undo'))),
);

/** What the plans of a validation are made from besides the records and the people. */
export interface PlanBasis {
  /** planInputs */
  basis: string;
  /** `YYYY-MM-DD`, in the district. */
  today: string;
}

/**
 * The inputs of every plan besides the record, the person and the day: the rules, the district's settings, its reference
 * values (REF-2), the value mappings of the run (REF-3) and the district's merged addresses, as a text. While the texts are
 * equal, the same record on the same person makes the same plan on the same day.
 */
export async function planInputs(tx: Transaction, valueMaps: Pick<RunValueMaps, 'inputs'>): Promise<string> {
  const [{ keepUnlistedPositions, initialIsNoChange }, reference, decided, undone] = await Promise.all([
    readSettings(tx),
    codesBasis(tx),
    lastDecision.first(tx),
    lastUndo.first(tx),
  ]);
  const moments = [decided?.decidedAt, decided?.undoneAt, undone?.startedAt];
  return [
    rulesVersion(),
    keepUnlistedPositions,
    initialIsNoChange,
    reference,
    valueMaps.inputs,
    ...moments.map((moment) => moment?.toISOString()),
  ].join(' ');
}

/** All inputs of a validation's plans but the records and the people. A commit skips people only while they are the same. */
export const validationInputs = ({ basis, today }: PlanBasis): string => `${today} ${basis}`;

/** Whether they have this basis, whatever the day. */
export const hasSameBasis = (inputs: string, basis: string): boolean =>
  inputs.slice(inputs.indexOf(' ') + 1) === basis;
