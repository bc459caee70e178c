import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenAddress } from '../../../lib/address/components.ts';

interface Code {
  code: string;
  description: string;
}

export interface SamplePerson {
  id: string;
  role: 'staff' | 'student' | 'guardian';
  firstName: string;
  middleName: string | null;
  lastName: string;
  gender: string;
  birthDate: string | null;
  /** Staff only. */
  staffNumber?: string | null;
  workEmail?: string | null;
  employments?: { hireDate: string; terminationDate: string | null }[];
  positions?: {
    schoolNumber: string;
    assignmentCode: string | null;
    titleCode: string | null;
    startDate: string;
    endDate: string | null;
  }[];
  sections?: SampleSection[];
  /** Guardians only. */
  cellPhone?: string | null;
}

export interface SampleSection {
  schoolNumber: string;
  section: string;
  startDate: string;
  endDate: string;
}

export interface SampleHousehold {
  name: string;
  staffHousehold: boolean;
  address: GivenAddress & { fullStreetAddress: string };
  /** Ids of people. */
  members: string[];
}

export interface Sample {
  district: { appName: string; name: string; timeZone: string };
  schools: { schoolNumber: string; name: string; type: string }[];
  genders: Code[];
  assignmentCodes: Code[];
  titles: Code[];
  people: SamplePerson[];
  households: SampleHousehold[];
}

export const readSample = (): Sample =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'campus.json'), 'utf8'));
