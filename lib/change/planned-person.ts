import type { Change } from './change.ts';

/** One person's share of a plan: all of it is written, or nothing of the whole batch. */
export interface PlannedPerson {
  personId: string;
  /** The `person.rev` the plan was made from; null for a person it creates. */
  rev: number | null;
  staffNumber: string;
  changes: Change[];
}
