import { z } from 'zod';
import { warningSchema } from '../wire/schema.ts';

const text = z.string().nullable();
const date = z.iso.date().nullable();

export const addressAnswer = z
  .object({
    id: z.uuid(),
    postOfficeBox: z.boolean(),
    number: text,
    prefix: text,
    street: text,
    tag: text,
    direction: text,
    apt: text,
    city: text,
    state: text,
    zip: text,
    county: text,
    locationCode: text,
    tract: text,
    block: text,
  })
  .meta({ id: 'Address', description: 'An address of the district. It can be sent back unchanged (ADR-8).' });

export const positionAnswer = z
  .object({
    id: z.uuid(),
    schoolNumber: z.string(),
    schoolName: text,
    assignmentCode: text,
    assignmentDescription: text,
    titleCode: text,
    titleDescription: text,
    startDate: z.iso.date(),
    endDate: date,
  })
  .meta({ id: 'Position', description: 'A District Assignment. It can be sent back unchanged.' });
export type PositionAnswer = z.infer<typeof positionAnswer>;

/** API.md, *StaffMember (answer)*. The SSN is never returned whole. */
export const staffMemberAnswer = z
  .object({
    id: z.uuid(),
    staffNumber: text,
    lastName: text,
    firstName: text,
    middleName: text,
    gender: text,
    genderDescription: text,
    ssnLast4: text,
    birthDate: date,
    workPhone: text,
    cellPhone: text,
    otherPhone: text,
    workEmail: text,
    personalEmail: text,
    identities: z
      .array(
        z.object({
          lastName: z.string(),
          firstName: z.string(),
          middleName: text,
          startDate: date,
          endDate: date,
          current: z.boolean(),
        }),
      )
      .describe('All names ever borne, the current one first.'),
    employments: z.array(z.object({ hireDate: z.iso.date(), terminationDate: date })),
    positions: z.array(positionAnswer),
    household: z
      .object({
        id: z.uuid(),
        name: text,
        phone: text,
        staffHousehold: z.boolean(),
        shared: z.boolean().describe('Others live there too: HR can not change it (HH-4).'),
        householdLocations: z.array(
          z.object({
            startDate: date,
            endDate: date,
            mailing: z.boolean(),
            physical: z.boolean(),
            private: z.boolean(),
            secondary: z.boolean(),
            address: addressAnswer,
          }),
        ),
      })
      .nullable(),
    complete: z.boolean().describe('A position exists (STAFF-5).'),
    readOnly: z
      .array(z.string())
      .describe('The properties that HR manages; none before the first synchronization.'),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof staffMemberAnswer>;

export const staffMemberWithWarnings = z
  .object({ staffMember: staffMemberAnswer, warnings: z.array(warningSchema) })
  .meta({ id: 'StaffMemberWithWarnings' });
export type StaffMemberWithWarnings = z.infer<typeof staffMemberWithWarnings>;
