import { z } from 'zod';
import {
  optionalDate,
  optionalSsn,
  optionalText,
  requiredDate,
  requiredName,
  requiredText,
  staffNumberField,
} from '../../record/fields.ts';

/** The `person.rev` that was read: an edit of an older state is refused. */
const rev = z.int().min(1);
const MAX_ROWS = 1_000;

const blank = z
  .string()
  .regex(/^\s*$/)
  .transform(() => null);

/** A person's own fields, all of them; only the SSN may be left out, because nobody is shown it. */
export const demographicsEditSchema = z.strictObject({
  rev,
  staffNumber: z.union([z.null(), blank, staffNumberField]),
  lastName: requiredName('Last name'),
  firstName: requiredName('First name'),
  middleName: optionalText('name', 'Middle name'),
  gender: optionalText('code', 'Gender'),
  birthDate: optionalDate('Birth date'),
  ssn: optionalSsn('Left out: stays as it is. Null: cleared.'),
  workPhone: optionalText('phone', 'Work phone'),
  cellPhone: optionalText('phone', 'Cell'),
  otherPhone: optionalText('phone', 'Other phone'),
  workEmail: optionalText('email', 'Work email'),
  personalEmail: optionalText('email', 'Personal email'),
});
export type DemographicsEdit = z.output<typeof demographicsEditSchema>;

export const correctionReason = z
  .string()
  .trim()
  .min(1, 'Enter a reason.')
  .max(500)
  .describe('Kept in the history and the audit log. Runs of nine digits are masked.');

export const numberCorrectionSchema = z.strictObject({
  rev,
  staffNumber: staffNumberField,
  reason: correctionReason,
});
export type NumberCorrection = z.output<typeof numberCorrectionSchema>;

/** From the row of a list, which shows the number. */
export const shownNumberSchema = z.strictObject({
  /** The number as the row shows it: if it changed meanwhile, the correction is refused. */
  was: z.string().max(255).nullable(),
  staffNumber: staffNumberField,
});

export const employmentRemovalSchema = z.strictObject({
  rev,
  employmentId: z.uuid(),
  reason: correctionReason,
});
export type EmploymentRemoval = z.output<typeof employmentRemovalSchema>;

/** A row that is kept has its id, a new one null; one that is not in the list is removed. */
const id = z.uuid().nullable();

export const employmentsEditSchema = z.strictObject({
  rev,
  employments: z
    .array(
      z.strictObject({
        id,
        hireDate: requiredDate('Hire date'),
        terminationDate: optionalDate('Termination date'),
      }),
    )
    .max(MAX_ROWS),
});
export type EmploymentsEdit = z.output<typeof employmentsEditSchema>;

export const positionsEditSchema = z.strictObject({
  rev,
  positions: z
    .array(
      z.strictObject({
        id,
        schoolNumber: requiredText('code', 'School'),
        assignmentCode: optionalText('code', 'Assignment code'),
        titleCode: optionalText('code', 'Title'),
        startDate: requiredDate('Start date'),
        endDate: optionalDate('End date'),
      }),
    )
    .max(MAX_ROWS),
});
export type PositionsEdit = z.output<typeof positionsEditSchema>;
