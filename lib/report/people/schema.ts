import { z } from 'zod';
import { candidatesSchema, warningSchema } from '../../wire/schema.ts';
import { PERSON_CHANGES } from './changes.ts';

const text = z.string().nullable();

/** A code with its name; the name is null where Campus has no such code. */
const codedSchema = z.object({ code: z.string(), name: text });
export type Coded = z.infer<typeof codedSchema>;

/** One value that differs; `erased`: HR sent it empty. */
export const lineSchema = z.object({ label: z.string(), before: text, after: text, erased: z.boolean() });
export type Line = z.infer<typeof lineSchema>;

export const PERIOD_KINDS = ['added', 'changed', 'ended', 'removed', 'kept'] as const;
const periodKind = z.enum(PERIOD_KINDS);
export type PeriodKind = z.infer<typeof periodKind>;

const periodSchema = z.object({ from: text, to: text });
export type Period = z.infer<typeof periodSchema>;

const employmentSchema = z.object({
  kind: periodKind,
  /** As it will be; of what is removed or kept as it is. */
  period: periodSchema,
  /** As it was, if that differs. */
  was: periodSchema.nullable(),
});
export type EmploymentItem = z.infer<typeof employmentSchema>;

const positionSchema = employmentSchema.extend({
  school: codedSchema,
  title: codedSchema.nullable(),
  assignment: codedSchema.nullable(),
  /** Codes that the commit replaces or fills in. */
  codes: z.array(lineSchema),
});
export type PositionItem = z.infer<typeof positionSchema>;

const addressSchema = z.object({
  kind: z.enum(['added', 'changed', 'ignored']),
  /** Of a new person: Campus does not have the address yet. */
  isNew: z.boolean(),
  before: text,
  after: text,
  lines: z.array(lineSchema),
});
export type AddressItem = z.infer<typeof addressSchema>;

/** What somebody in Campus is. */
export const ROLES = ['staff', 'guardian', 'student'] as const;

const candidateSchema = candidatesSchema.element.extend({ name: text, is: z.array(z.enum(ROLES)) });

/** One person of a validation report: everything that the commit does to them. */
export const personCardSchema = z.object({
  staffNumber: z.string(),
  personId: z.uuid().nullable(),
  /** *Last, First* as Campus has it; of a new person as HR sent it. */
  name: z.string(),
  changes: z.array(z.enum(PERSON_CHANGES)),
  lines: z.array(lineSchema),
  employments: z.array(employmentSchema),
  positions: z.array(positionSchema),
  household: z.array(lineSchema),
  addresses: z.array(addressSchema),
  warnings: z.array(warningSchema.omit({ candidates: true })),
  /** People in Campus who are likely the same as this new person, the likeliest first (CMB-2). */
  candidates: z.array(candidateSchema),
  why: z.array(z.object({ about: z.string(), reason: z.string(), rule: z.string() })),
  excluded: z.object({ reason: z.string(), by: z.string() }).nullable(),
  /** By the signed-in admin, this very change. */
  reviewed: z.boolean(),
});
export type PersonCard = z.infer<typeof personCardSchema>;

const choice = z.object({ value: z.string(), label: z.string(), people: z.int() });

/** What the People view can be filtered by, with how many people each choice finds in the whole report. */
export const peopleOverviewSchema = z.object({
  /** People for whom something changes, or whom the commit refuses. */
  people: z.int(),
  /** Of these, reviewed by the signed-in admin. */
  reviewed: z.int(),
  changes: z.array(choice),
  fields: z.array(choice),
  schools: z.array(choice),
  warnings: z.array(choice),
});
export type PeopleOverview = z.infer<typeof peopleOverviewSchema>;
