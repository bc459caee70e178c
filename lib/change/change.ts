import type { AddressComponents } from '../address/components.ts';
import type { SealedSsn } from '../crypto/seal-ssn.ts';
import type { ContactField } from '../record/record.ts';

/** Rows as the plan sees them, by table. Dates are `YYYY-MM-DD` text. */
export interface Rows {
  title: { code: string; description: string };
  address: AddressComponents & { matchKey: string };
  person: Record<ContactField, string | null> & {
    staffNumber: string | null;
    gender: string | null;
    birthDate: string | null;
    ssn: SealedSsn | null;
    /** ISO time at which HR took the person over, null before. */
    hrManagedAt: string | null;
  };
  identity: {
    personId: string;
    lastName: string;
    firstName: string;
    middleName: string | null;
    startDate: string | null;
    endDate: string | null;
    current: boolean;
  };
  employment: { personId: string; hireDate: string; terminationDate: string | null };
  districtAssignment: {
    personId: string;
    schoolNumber: string;
    assignmentCode: string | null;
    titleCode: string | null;
    startDate: string;
    endDate: string | null;
  };
  household: { name: string | null; phone: string | null; staffHousehold: boolean };
  householdMember: {
    householdId: string;
    personId: string;
    startDate: string | null;
    endDate: string | null;
  };
  householdLocation: {
    householdId: string;
    addressId: string;
    startDate: string | null;
    endDate: string | null;
    mailing: boolean;
    physical: boolean;
    private: boolean;
    secondary: boolean;
  };
  /** A student's, which HR never touches: moved when two people are combined (CMB-1). */
  enrollment: {
    personId: string;
    schoolNumber: string;
    grade: string | null;
    startDate: string | null;
    endDate: string | null;
  };
  guardianship: { guardianId: string; studentId: string; relationship: string | null };
}

export type Table = keyof Rows;

/** Why a change is made: the rule's id and a sentence for the admin. */
export interface Why {
  rule: string;
  reason: string;
}

/**
 * One row's change. `before` and `after` are whole rows; the journal keeps of an update only what differs.
 * The report prints it, apply writes it, undo inverts it.
 */
export type ChangeOf<T extends Table> = { table: T; id: string } & Why &
  (
    | { op: 'insert'; before: null; after: Rows[T] }
    | { op: 'update'; before: Rows[T]; after: Rows[T] }
    | { op: 'delete'; before: Rows[T]; after: null }
  );
export type Change = { [T in Table]: ChangeOf<T> }[Table];
