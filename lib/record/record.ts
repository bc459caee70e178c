import type { AddressComponents } from '../address/components.ts';
import type { SealedSsn } from '../crypto/seal-ssn.ts';
import type { Warning } from '../failure.ts';

export type NameField = 'lastName' | 'firstName' | 'middleName';
export type ContactField = 'workPhone' | 'cellPhone' | 'otherPhone' | 'workEmail' | 'personalEmail';
export type DemographicField = NameField | ContactField | 'gender' | 'birthDate';

/** `hireDate` is never null in a parsed record; a missing termination is an open end (STAFF-6, EMP-1). */
export interface EmploymentRecord {
  hireDate: string;
  terminationDate: string | null;
}

/** A code that HR did not send is null and takes no part in matching (POS-4). */
export interface PositionRecord {
  schoolNumber: string;
  assignmentCode: string | null;
  titleCode: string | null;
  titleDescription: string | null;
  startDate: string;
  endDate: string | null;
}

/** What is left out or null stays on update and takes its default on create (HH-1). */
export interface LocationRecord {
  startDate: string | null;
  endDate: string | null;
  mailing: boolean | null;
  physical: boolean | null;
  private: boolean | null;
  secondary: boolean | null;
  /** The parsed address to create if no key is found. */
  address: AddressComponents;
  /** Looked up in this order: the components as given, then joined and parsed again (ADR-4). */
  matchKeys: string[];
  /** What is odd about the address as sent; left out when nothing is. Pointers are relative to the address. */
  addressWarnings?: Warning[];
}

export interface HouseholdRecord {
  name: string | null;
  phone: string | null;
  householdLocations: LocationRecord[];
}

/** What HR says of one person, parsed and normalized: an absent property stays as it is, null clears it (STAFF-6). */
export interface StaffRecord {
  staffNumber: string;
  /** The number is the path's, HR did not send one: the stored spelling stays (STAFF-6). */
  staffNumberLeftOut?: true;
  demographics: Partial<Record<DemographicField, string | null>>;
  ssn?: SealedSsn | null;
  employments?: EmploymentRecord[];
  positions?: PositionRecord[];
  household?: HouseholdRecord;
}

/** What staff numbers are compared by: without case and surrounding blanks (STAFF-1). */
export const staffNumberKey = (staffNumber: string): string => staffNumber.trim().toLowerCase();
