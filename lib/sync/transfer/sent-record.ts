import type { Failure, FieldError } from '../../failure.ts';
import type { Reading } from './known-records.ts';
import type { StagedForm } from './staged-form.ts';

/** A record of a call as it came: a value, or why its line could not be read as one. */
export interface SentRecord {
  readonly value: unknown;
  readonly unreadable?: Failure | undefined;
  /** The line, where there is one. A record is known by it, and the error log shows it. */
  readonly bytes?: Uint8Array;
  /** What was wrong with it before it was parsed; pointers are of the record. */
  faults?: readonly FieldError[];
  /** The cells of a CSV row that says nothing, for the error log. */
  cells?: readonly string[];
  /** Lets go of what was parsed. It is parsed again if it is asked for. */
  forget?(): void;
}

/** A record that was read and can be staged, at its place in the call. */
export interface ValidRecord {
  index: number;
  /** With HR's own values: they are mapped when it is planned. */
  form: StagedForm;
  /** `newTitles` of it. */
  newTitles: string | null;
  /** By which it is known the next time; undefined if it has to be read then, too. */
  reading: Reading | undefined;
}

/** A record that can't, with all that is wrong with it. Pointers are of the call. */
export interface FaultyRecord {
  index: number;
  sent: SentRecord;
  staffNumber: string | undefined;
  errors: FieldError[];
}
