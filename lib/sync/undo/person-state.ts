import type { Table } from '../../change/change.ts';
import type { Image, JournalChange, RowKey } from './images.ts';

/** All that a run's journal says of one person, the latest entry first. */
export interface Journaled {
  personId: string;
  entries: readonly { changes: readonly JournalChange[] }[];
}

/** A person as they are now, with what can stand in an undo's way. */
export interface PersonState {
  /** Their own row, names, employments, positions, enrollments, guardianships, and their households with all members and locations. */
  rows: ReadonlyMap<RowKey, Image>;
  /** HR has changed the person since by another commit or call that stands: they stay read-only (RO-1). */
  hrSince: boolean;
  /** Who wrote a row since; undefined where the journal knows of nobody. */
  editedBy: (table: Table, id: string) => string | undefined;
}

/** What the people of a batch share. */
export interface Surroundings {
  /** The addresses the batch touches. Changes as the batch is planned: two people may have completed one address. */
  addresses: Map<string, Image>;
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

/** What undoing does to one person: rows before and after, by table and id; null where there is none. */
export interface PersonUndo {
  personId: string;
  changes: { key: RowKey; before: Image | null; after: Image | null }[];
  kept: Kept[];
}
