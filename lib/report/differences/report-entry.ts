import type { Why } from '../../change/change.ts';
import type { Warning } from '../../failure.ts';

/** One entry of the validation report as the plan of one person tells it (VAL-1, VAL-2). */
export interface ReportEntry {
  section: 'demographics' | 'employments' | 'assignments' | 'addresses' | 'hrNotInCampus' | 'errors';
  /** false: only listed, for its reason. */
  counted: boolean;
  /** The commit removes the position that Campus shows (POS-10). */
  removesPosition?: boolean;
  /** Of the name only the middle name differs, and HR's is the initial of Campus' (ID-6). */
  initialOnly?: boolean;
  /** Names of the columns that differ. */
  fields: string[];
  /** Columns by name; null where only the other side has it. */
  campus: Record<string, unknown> | null;
  hr: Record<string, unknown> | null;
  /** With the people in Campus who are likely the same as a new person (CMB-2). */
  why: Why & Pick<Warning, 'candidates'>;
}

/** The names of those columns in which two rows differ. */
export const differingColumns = <R extends object, C extends keyof R>(
  campus: R,
  hr: R,
  columns: readonly C[],
): C[] => columns.filter((column) => campus[column] !== hr[column]);
