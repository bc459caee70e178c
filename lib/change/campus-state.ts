import type { Rows } from './change.ts';
import type { HrNotice } from './notice.ts';

export type Stored<T extends keyof Rows> = { id: string } & Rows[T];

/** A position and the names of what it is linked to; if there are any, it can't be removed (POS-11). */
export type StoredPosition = Stored<'districtAssignment'> & { links: string[] };

export interface StoredHousehold extends Stored<'household'> {
  /** Everyone who lives there now, the person included. */
  memberCount: number;
  /** Last day of the person's membership, today or later. */
  memberUntil: string | null;
  /** All locations, ended ones too, each with the address it points to. */
  locations: (Stored<'householdLocation'> & { address: Stored<'address'> })[];
}

/** A person of Campus with all that HR can touch. */
export interface CampusPerson extends Stored<'person'> {
  rev: number;
  identities: Stored<'identity'>[];
  employments: Stored<'employment'>[];
  positions: StoredPosition[];
  /** Of which they are a member today. */
  households: StoredHousehold[];
  /** What HR's next record settles; left out when there is nothing. */
  notices?: HrNotice[];
}

export type ReferenceKind = 'schools' | 'genders' | 'assignmentCodes' | 'titles';

/** A code that the district has, for hints. */
export interface OfferedCode {
  code: string;
  description: string;
}

/** Reference values a batch asks for, by code. A code that is not in its map is unknown. */
export interface ReferenceValues {
  schools: Map<string, { active: boolean }>;
  genders: Map<string, { active: boolean }>;
  assignmentCodes: Map<string, { active: boolean }>;
  titles: Map<string, { active: boolean; description: string }>;
  /** Of each kind with an unknown code: the active codes of the district, up to MAX_OFFERED, in their order. */
  offered?: { [kind in ReferenceKind]?: readonly OfferedCode[] };
}

/** What Campus holds on everything a batch of records touches; read by load.ts, never changed by the plan. */
export interface CampusState {
  /** By staffNumberKey; two or more are a duplicated number (SYNC-7). */
  people: Map<string, CampusPerson[]>;
  /** By match key. */
  addresses: Map<string, Stored<'address'>>;
  reference: ReferenceValues;
  /** The district's choice *An initial is not a change* (ID-6). */
  initialIsNoChange: boolean;
}
