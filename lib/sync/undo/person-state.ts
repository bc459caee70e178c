import type { Rows, Table } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import type { AnyRow, Place, RowKey } from './rows.ts';

/** All that a run's journal says of one person, the latest entry first. */
export interface Journaled {
  personId: string;
  entries: readonly { changes: readonly JournalChange[] }[];
}

/** A person as they are now, with what can prevent an undo. */
export interface PersonState {
  /** Their own row, names, employments, positions, enrollments, guardianships, and their households with all members and locations. */
  rows: ReadonlyMap<RowKey, AnyRow>;
  /** Another commit or call of HR, not undone, changed the person since then: the person stays read-only (RO-1). */
  hrSince: boolean;
  /** Who wrote a row since; undefined where the journal knows of nobody. */
  editedBy: (table: Table, id: string) => string | undefined;
}

/** What the people of a batch share. */
export interface BatchContext {
  /** The addresses the batch touches. Changes as the batch is planned: two people may have completed one address. */
  addresses: Map<string, Rows['address']>;
  /** Of those, addresses that were merged into another one since. */
  merged: ReadonlySet<string>;
  /** Sections by position (POS-11). */
  links: ReadonlyMap<string, readonly string[]>;
  /** Somebody other than the person has this staff number. */
  isTaken: (staffNumber: string, personId: string) => boolean;
}

/** A row that stays as it is, and why; `fields` are the columns that were edited since. */
export interface Kept {
  table: Table;
  id: string;
  fields: string[];
  why: string;
}

/** A row before and after an undo; null where there is none. */
export interface RowUndo extends Place {
  before: AnyRow | null;
  after: AnyRow | null;
}

/** What undoing does to one person. */
export interface PersonUndo {
  personId: string;
  changes: RowUndo[];
  kept: Kept[];
}
