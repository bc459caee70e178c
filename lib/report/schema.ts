import { z } from 'zod';
import { candidatesSchema, warningSchema } from '../wire/schema.ts';
import { SECTIONS, type Section } from './section-names.ts';

export { SECTIONS, type Section };

const count = z.int().nonnegative();

/** The figures of *Staff Synchronization Summary* (VAL-1), for the whole run. */
export const summarySchema = z
  .object({
    demographics: z.object({
      people: count,
      ssn: count,
      staffNumber: count,
      name: count,
      middleInitial: count.describe(
        'Of `name`: people for whom HR sends only the initial of the middle name (ID-6).',
      ),
      gender: count,
      personalEmail: count,
      workEmail: count,
      cellPhone: count,
      otherPhone: count,
      workPhone: count,
      birthDate: count,
    }),
    employments: count,
    assignments: count,
    addresses: count,
    hrNotInCampus: count,
    campusNotInHr: count,
    duplicateStaffNumbers: z.object({ people: count, numbers: count }),
  })
  .meta({ id: 'ValidationSummary' });
export type Summary = z.infer<typeof summarySchema>;

const side = z.record(z.string(), z.unknown()).nullable();

export const entrySchema = z
  .object({
    staffNumber: z.string().nullable(),
    personId: z
      .uuid()
      .nullable()
      .describe('The person in Campus; null where Campus has nobody, or several people with the number.'),
    campus: side.describe('As Campus has it; null where only HR has it.'),
    hr: side.describe('As HR sent it; null where only Campus has it.'),
    fields: z.array(z.string()).describe('The fields that differ.'),
    why: z.object({
      rule: z.string(),
      reason: z.string(),
      candidates: candidatesSchema
        .optional()
        .describe(
          'Only in hrNotInCampus: the people in Campus who are likely the same person, the likeliest first.',
        ),
    }),
  })
  .meta({ id: 'ValidationEntry' });
export type Entry = z.infer<typeof entrySchema>;

const section = z.object({ total: count, entries: z.array(entrySchema) });

/** API.md, *ValidationReport*. */
export const validationReportSchema = z
  .object({
    runId: z.uuid(),
    generatedAt: z.iso.datetime(),
    summary: summarySchema,
    sections: z.object({
      demographics: section,
      employments: section,
      assignments: section,
      addresses: section,
      hrNotInCampus: section,
      campusNotInHr: section,
      duplicateStaffNumbers: section,
      errors: section,
    } satisfies Record<Section, typeof section>),
    erased: count.describe('People with a value that HR sends empty and Campus has.'),
    sent: z
      .object({ employments: count, assignments: count, addresses: count })
      .nullable()
      .describe(
        'For how many people HR sent these at all; null for a report of an earlier version of Campus.',
      ),
    warnings: z.array(warningSchema),
  })
  .meta({ id: 'ValidationReport' });
export type ValidationReport = z.infer<typeof validationReportSchema>;
