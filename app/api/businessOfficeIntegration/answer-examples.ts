import type { z } from 'zod';
import type { addressAnswer, StaffMember } from '../../../lib/staff/answer.ts';
import type { JobStatus, SyncRun } from '../../../lib/sync/schema.ts';

/** A page of a list that has no further page. */
export const listed = <T>(...data: T[]) => ({ data, nextCursor: null });

const address: z.input<typeof addressAnswer> = {
  id: '01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e01',
  postOfficeBox: false,
  number: '4321',
  prefix: 'S',
  street: 'Lexington',
  tag: 'Ave',
  direction: 'SE',
  apt: '45',
  city: 'Blaine',
  state: 'MN',
  zip: '55123',
  county: null,
  locationCode: null,
  tract: null,
  block: null,
};

/** An exact match, and a near one. */
export const foundAddresses = [
  address,
  {
    ...address,
    id: '01909f2e-1c5a-7d3b-8a44-5b1f0c6d7e02',
    apt: null,
    score: 0.9,
    why: 'The apartment differs.',
  },
];

export const coach = {
  id: '01909f2e-2b10-7c55-9d02-7a4be1f3c801',
  schoolNumber: '010',
  schoolName: 'Harrison High School',
  assignmentCode: '20',
  assignmentDescription: 'Teacher',
  titleCode: '4A61E262',
  titleDescription: 'Varsity Basketball',
  startDate: '2023-10-01',
  endDate: null,
};

/** The staff member of the guide's own example (EX-1), as Campus answers them. */
export const simpsonAnswer: StaffMember = {
  id: '01909f2e-0a01-7f20-8c31-90d2b5a7e6f4',
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  middleName: null,
  gender: 'F',
  genderDescription: 'Female',
  ssnLast4: null,
  birthDate: '1979-12-26',
  workPhone: null,
  cellPhone: null,
  otherPhone: null,
  workEmail: 'psimpson@school.k12.mo.us',
  personalEmail: null,
  identities: [
    {
      lastName: 'Simpson',
      firstName: 'Pat',
      middleName: null,
      startDate: '2026-11-24',
      endDate: null,
      current: true,
    },
  ],
  employments: [{ hireDate: '2020-07-25', terminationDate: null }],
  positions: [coach],
  household: {
    id: '01909f2e-3d77-7a90-b1c5-2e8f4a6b9d03',
    name: 'Simpson',
    phone: null,
    staffHousehold: true,
    shared: false,
    householdLocations: [
      {
        startDate: '2026-11-24',
        endDate: null,
        mailing: true,
        physical: true,
        private: false,
        secondary: false,
        address,
      },
    ],
  },
  complete: true,
  readOnly: ['staffNumber', 'lastName', 'firstName', 'gender', 'birthDate', 'workEmail'],
  updatedAt: '2026-11-24T14:03:11.000Z',
};

export const RUN_ID = '01909f2f-5e21-7b66-a0d4-1c9e8f7b2a10';
const JOB_ID = '01909f30-7744-7c18-9e52-6d0a3b5f4c21';

/** A run that has just begun. */
export const startedRun: SyncRun = {
  runId: RUN_ID,
  status: 'transferring',
  startedAt: '2026-11-24T20:00:00.000Z',
  startedBy: 'HR System',
  staffTransferred: 0,
  setAside: 0,
  validatedAt: null,
  committedAt: null,
  allowed: ['transfer', 'end', 'start'],
  job: null,
};
export const endedRun: SyncRun = {
  ...startedRun,
  status: 'transferred',
  staffTransferred: 1,
  allowed: ['validate', 'start'],
};
export const validatedRun: SyncRun = {
  ...endedRun,
  status: 'validated',
  validatedAt: '2026-11-24T20:03:40.000Z',
  allowed: ['validate', 'commit', 'submitCommitJob', 'start'],
};
/** While a validation is under way. */
export const validatingRun: SyncRun = {
  ...endedRun,
  allowed: ['start'],
  job: { kind: 'validate', processed: 0, total: 1 },
};
export const committedRun: SyncRun = {
  ...validatedRun,
  status: 'committed',
  committedAt: '2026-11-24T22:15:09.000Z',
  allowed: ['start'],
};

export const commitJob = { jobId: JOB_ID, status: 'queued' as const };
export const jobStatus: JobStatus = {
  jobId: JOB_ID,
  status: 'completed',
  submittedAt: '2026-11-24T22:15:00.000Z',
  startedAt: '2026-11-24T22:15:01.000Z',
  finishedAt: '2026-11-24T22:15:09.000Z',
  total: 1,
  processed: 1,
  created: 0,
  updated: 1,
  unchanged: 0,
  held: 0,
  failed: 0,
};
