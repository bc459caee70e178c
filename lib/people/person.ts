import { z } from 'zod';
import { staffMemberAnswer } from '../staff/answer.ts';
import { historyEntrySchema, originSchema } from './history.ts';
import { driftSchema, unlockSchema } from './unlock/schema.ts';

const date = z.iso.date().nullable();

/** What of a person can be written on its own, by HR or by hand. */
export const PERSON_FIELDS = [
  'staffNumber',
  'lastName',
  'firstName',
  'middleName',
  'gender',
  'birthDate',
  'ssn',
  'workPhone',
  'cellPhone',
  'otherPhone',
  'workEmail',
  'personalEmail',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** Who wrote a value last, and the previous value. */
const writtenSchema = originSchema.extend({ before: z.string().nullable() });
export type Written = z.infer<typeof writtenSchema>;

/** One person as their page shows them. */
export const personSchema = staffMemberAnswer.omit({ employments: true, positions: true }).extend({
  /** Grows with every change. An edit sends the one it was made from. */
  rev: z.int(),
  /** When HR took the person over, and by what: from then on HR's fields are read-only (RO-1). */
  hrManaged: z.object({ at: z.iso.datetime(), by: originSchema.nullable() }).nullable(),
  /** The emergency unlock that is in force (RO-5). */
  unlock: unlockSchema.nullable(),
  /** What an emergency unlock changed and HR has not sent again. */
  drift: z.array(driftSchema),
  employments: z.array(
    z.object({
      id: z.uuid(),
      hireDate: z.iso.date(),
      terminationDate: date,
      written: writtenSchema.nullable(),
    }),
  ),
  positions: z.array(
    staffMemberAnswer.shape.positions.element.extend({
      /** The sections it is linked to: then it can't be removed (POS-11). */
      links: z.array(z.string()),
      written: writtenSchema.nullable(),
    }),
  ),
  written: z.partialRecord(z.enum(PERSON_FIELDS), writtenSchema),
  /** Others who have the number, too (CHK-1). */
  sameNumber: z.array(z.object({ id: z.uuid(), name: z.string() })),
  history: z.array(historyEntrySchema),
  /** The history begins before what is shown. */
  moreHistory: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;
