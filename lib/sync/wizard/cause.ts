import type { FieldError } from '../../failure.ts';
import type { Column } from '../../record/csv/column.ts';
import type { ValueKind } from '../../record/csv/meaning.ts';
import type { ErrorPlace } from '../upload/records.ts';

/** A cause of errors, with what is known of its rows. */
export interface Cause {
  id: string;
  place: ErrorPlace;
  column: Column | undefined;
  first: FieldError;
  /** What the value that it is about stands for. */
  of: ValueKind | undefined;
  rows: number;
  people: number;
  lines: Set<number>;
  /** Distinct cells with their counts. */
  values: Map<string, number>;
}
