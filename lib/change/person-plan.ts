import type { FieldError, Warning } from '../failure.ts';
import type { CampusState, StoredPosition } from './campus-state.ts';
import type { Change, Rows, Why } from './change.ts';
import type { AddressBook } from './plan/address-book.ts';
import type { TitleBook } from './plan/title-book.ts';
import type { PlannedPerson } from './planned-person.ts';

/** create: POST (STAFF-4). update: PUT, by a number that is there. sync: a match is updated, else created (SYNC-7). */
export type PlanMode = 'create' | 'update' | 'sync';

/** What the plans of one batch share. Make a new one for every batch, and when a batch is planned again. */
export interface Batch {
  state: CampusState;
  mode: PlanMode;
  /** The date of the call in the district's time zone, `YYYY-MM-DD` (ID-2). */
  today: string;
  /** The moment of the call, ISO 8601. */
  now: string;
  newId: () => string;
  /** The district lets positions stay that HR leaves out of a synchronization (SYNC-11, beyond). */
  keepUnlistedPositions?: boolean;
  addresses: AddressBook;
  titles: TitleBook;
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'failed';

/** What a plan leaves alone and what it did with each location HR sent: no change tells it, the report does (VAL-1). */
export type Note = Why &
  (
    | { about: 'positionKept'; position: StoredPosition }
    | { about: 'location'; location: LocationNote }
    | { about: 'householdIgnored' }
  );

export interface LocationNote {
  /** Place in HR's list, from 0. */
  index: number;
  /** added and changed are what the commit would write; same, ignored and repeated are not. */
  outcome: 'added' | 'changed' | 'same' | 'ignored' | 'repeated';
  /** Of an added one: Campus did not have the address when the batch was loaded. */
  isNew?: boolean;
  /** What differs of a changed location: `startDate`, `mailing` …, and the details it fills: `county`, `zip` … */
  fields: string[];
  /** The stored location it meets or replaces. */
  campus: (Rows['householdLocation'] & { address: Rows['address'] }) | null;
  /** The household after the change; null when the household is ignored. */
  hr: (Rows['householdLocation'] & { address: Rows['address'] }) | null;
}

interface Result {
  staffNumber: string;
  /** In the order in which they can be written, [] when failed. */
  changes: Change[];
  warnings: Warning[];
  /** [] unless failed. */
  errors: FieldError[];
  notes: Note[];
}

/**
 * Why a record can't be carried out. `values`: some are not allowed, `errors` has all of them. Any other cause is the first
 * error.
 */
export type FailureCause = 'values' | 'numberTaken' | 'numberShared' | 'numberUnknown' | 'positionUnknown';

/** A record that can't be carried out. */
export interface FailedPlan extends Result {
  outcome: 'failed';
  cause: FailureCause;
}

/** What a record does to the person it was matched with, or creates. */
export interface MadePlan extends Result, PlannedPerson {
  /** unchanged may still carry the change that marks the person as HR-managed (RO-1). */
  outcome: Exclude<Outcome, 'failed'>;
}

/** Everything that one record of HR's does to one person. Plain data: nothing is read or written to make it. */
export type PersonPlan = FailedPlan | MadePlan;

/** A plan of a single position call; `positions` are the ids it matched or created (POS-8, POS-9). */
export type PositionPlan = FailedPlan | (MadePlan & { positions: string[] });
