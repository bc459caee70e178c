import type { Change, JournaledChange } from './change.ts';

/** One person's share of a plan: all of it is written, or nothing of the whole batch. */
export interface PlannedPerson<C extends JournaledChange = Change> {
  personId: string;
  /** The `person.rev` the plan was made from; null for a person it creates. */
  rev: number | null;
  staffNumber: string;
  changes: C[];
  /** Ids of the notices that are settled by writing this plan, also when nothing changes (RO-4, RO-5). */
  settles?: readonly string[];
}
