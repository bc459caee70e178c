import { z } from 'zod';
import { addressAnswer } from '../staff/answer.ts';
import { STAFF_FILTERS, STAFF_ORDERS } from './filters.ts';

const text = z.string().nullable();

/** A person in a list. */
export const personRowSchema = z.object({
  id: z.uuid(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: text,
  staffNumber: text,
  birthDate: z.iso.date().nullable(),
  workEmail: text,
  workPhone: text,
  /** The position that began last, and how many more there are. */
  position: z.object({ title: text, school: z.string(), more: z.int().nonnegative() }).nullable(),
  duplicateNumber: z.boolean(),
  hrManaged: z.boolean(),
  /** What they are in Campus. Staff without a position are incomplete (SRCH-1). */
  roles: z.array(z.enum(['staff', 'student', 'guardian'])),
});
export type PersonRow = z.infer<typeof personRowSchema>;

/** What tells two people of the same name apart. */
const distinguishing = {
  cellPhone: text,
  /** Where they live. */
  home: addressAnswer
    .pick({
      postOfficeBox: true,
      number: true,
      prefix: true,
      street: true,
      tag: true,
      direction: true,
      apt: true,
      city: true,
      state: true,
      zip: true,
    })
    .nullable(),
  /** The students whose guardian they are. */
  children: z.array(z.string()),
};
const distinguishingSchema = z.object(distinguishing);
export type Distinguishing = z.infer<typeof distinguishingSchema>;

/** A person in a list from which one of several of the same name is chosen. */
export const distinctPersonSchema = personRowSchema.extend(distinguishing);
export type DistinctPerson = z.infer<typeof distinctPersonSchema>;

/** Someone who is likely the same as another, and why. */
export type LikelyOther = PersonRow & { reasons: string[] };
export const likelyOtherSchema = distinctPersonSchema.extend({ reasons: z.array(z.string()) });

const MAX_SEARCH_CHARS = 200;

export const peopleSearchSchema = z.strictObject({
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  page: z.int().min(1).max(100_000).default(1),
  limit: z.int().min(1).max(1_000).default(50),
});

export const staffSearchSchema = peopleSearchSchema.extend({
  /** With incomplete staff, whatever the filters. */
  all: z.boolean().default(false),
  filters: z.array(z.enum(STAFF_FILTERS)).max(STAFF_FILTERS.length).default([]),
  order: z.enum(STAFF_ORDERS).default('name'),
});
/** Which people the directory shows, whatever the page. */
export const staffCountSchema = staffSearchSchema.pick({ search: true, filters: true });
export type StaffSearchAsked = z.input<typeof staffSearchSchema>;

/** The directory's own address, as a query. */
export const staffExportQuery = z.object({
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  filter: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(STAFF_FILTERS))),
  sort: z.enum(STAFF_ORDERS).default('name'),
});

export const distinctPeopleSchema = z.object({ data: z.array(distinctPersonSchema), more: z.boolean() });

export const peopleFoundSchema = z.object({ data: z.array(personRowSchema), more: z.boolean() });
export type PeopleFound = z.infer<typeof peopleFoundSchema>;
