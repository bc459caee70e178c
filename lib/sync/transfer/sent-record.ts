import type { ReferenceValues } from '../../change/campus-state.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import type { Failure, FieldError } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { KnownStaff, Reading } from './known-records.ts';

/** A record of a call as it came: a value, or why its line could not be read as one. */
export interface SentRecord {
  value: unknown;
  unreadable?: Failure;
  /** The line, where there is one, for the error log. */
  bytes?: Uint8Array;
  /** What was wrong with it before it was parsed; pointers are of the record. */
  faults?: readonly FieldError[];
  /** The cells of a CSV row that says nothing, for the error log. */
  cells?: readonly string[];
}

/** A record that can be staged, at its place in the call. */
export type ValidRecord = { index: number } & (
  | {
      /** As HR sent it. */
      sent: unknown;
      /** With HR's own values: they are mapped when it is planned. */
      record: StaffRecord;
      titles: ReferenceValues['titles'];
      /** By which it is known the next time; undefined if anything was to be said of it. */
      reading: Reading | undefined;
    }
  | KnownValid
);

/** A record that was read before. */
export interface KnownValid {
  known: KnownStaff;
  ssn: SealedSsn | null;
}

/** A record that can't, with all that is wrong with it. Pointers are of the call. */
export interface FaultyRecord {
  index: number;
  sent: SentRecord;
  staffNumber: string | undefined;
  errors: FieldError[];
}
