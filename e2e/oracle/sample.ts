import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../db/seed/grand-bend');

export interface Employment {
  hireDate: string;
  terminationDate: string | null;
}
export interface Position {
  schoolNumber: string;
  assignmentCode: string | null;
  titleCode: string | null;
  titleDescription: string | null;
  startDate: string;
  endDate: string | null;
}
export interface Address {
  fullStreetAddress: string;
  apt?: string | null;
  city: string;
  state: string;
  zip: string;
  county: string | null;
}
interface Demographics {
  lastName: string;
  firstName: string;
  middleName?: string | null;
  gender: string;
  birthDate?: string | null;
  cellPhone?: string | null;
  workEmail?: string | null;
}
export interface CampusPerson extends Demographics {
  id: string;
  role: 'staff' | 'student' | 'guardian';
  /** Of staff only; null where the number is missing. */
  staffNumber?: string | null;
  employments?: Employment[];
  positions?: Position[];
}
export interface HrRecord extends Demographics {
  staffNumber: string;
  employments: Employment[];
  positions: Position[];
  household: { householdLocations: { address: Address }[] };
}
export interface Household {
  name: string;
  staffHousehold: boolean;
  address: Address;
  /** Ids of people. */
  members: string[];
}
export interface Campus {
  district: { appName: string; name: string; timeZone: string };
  titles: { code: string; description: string }[];
  people: CampusPerson[];
  households: Household[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

/** The district as Campus has it before the first synchronization, straight from the sample's file. */
export const campus = read<Campus>('campus.json');
/** What HR sends, in the feed's order. */
export const feed = read<{ staffMembers: HrRecord[] }>('hr-feed.json').staffMembers;
