import { z } from 'zod';
import { lineSchema } from '../../report/people/schema.ts';
import { GUARDS } from './limits.ts';

const percent = z.int().min(0).max(100).nullable();

/** A district's limits, in percent of the transferred staff (`shrunk`: of the last committed feed); null: no limit. */
export const guardSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  /** So few people never exceed a limit, however small the district is. */
  leastPeople: z.int().min(0).max(1_000_000),
  created: percent,
  renamed: percent,
  ended: percent,
  changed: percent,
  erased: percent,
  positionsRemoved: percent,
  shrunk: percent,
  /** The user who asked for the commit can't approve it. */
  secondPerson: z.boolean(),
});
export type GuardSettings = z.infer<typeof guardSettingsSchema>;

/** Of a district that has chosen nothing yet. */
export const DEFAULT_GUARDS: GuardSettings = {
  enabled: true,
  leastPeople: 10,
  created: 10,
  renamed: 5,
  ended: 10,
  changed: 50,
  erased: 5,
  positionsRemoved: 10,
  shrunk: 10,
  secondPerson: false,
};

const count = z.int().nonnegative();

/** A limit that a commit exceeds: `found` of `of`; the limit is `percent`. */
export const exceededSchema = z.object({ limit: z.enum(GUARDS), found: count, of: count, percent: count });
export type Exceeded = z.infer<typeof exceededSchema>;

export const holdSchema = z.object({
  heldAt: z.iso.datetime(),
  requestedBy: z.string(),
  limits: z.array(exceededSchema),
  approvedAt: z.iso.datetime().nullable(),
  approvedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The signed-in user may approve it, unless a second person is asked for and they asked for the commit. */
  mayApprove: z.boolean(),
});
export type Hold = z.infer<typeof holdSchema>;

const reason = z.string().trim().min(1).max(500);

export const approvalSchema = z.strictObject({ reason });

export const exclusionSchema = z.object({
  staffNumber: z.string(),
  reason: z.string(),
  excludedAt: z.iso.datetime(),
  excludedBy: z.string(),
});
export type Exclusion = z.infer<typeof exclusionSchema>;

export const excludeSchema = z.strictObject({
  staffNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._-]{1,15}$/, 'must be 1 to 15 of letters, digits, “-”, “_” and “.”'),
  reason,
});
export type Exclude = z.infer<typeof excludeSchema>;

export const MAX_EXCLUDED_AT_ONCE = 1_000;
export const excludeSeveralSchema = z.strictObject({
  staffNumbers: z.array(excludeSchema.shape.staffNumber).min(1).max(MAX_EXCLUDED_AT_ONCE),
  reason,
});
export type ExcludeSeveral = z.infer<typeof excludeSeveralSchema>;

/** What a commit will do: people, and of what else its name says. */
export const forecastSchema = z.object({
  created: count,
  /** Of them are renamed, ended and erased. */
  updated: count,
  renamed: count,
  ended: count,
  erased: count,
  positionsRemoved: count,
  addressesAdded: count,
  excluded: count,
  refused: count,
});
export type Forecast = z.infer<typeof forecastSchema>;

/** Entries of the validation report that count for a limit, each with its person. */
export const guardPeopleSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      staffNumber: z.string(),
      name: z.string(),
      personId: z.uuid().nullable(),
      why: z.string(),
      /** What of this entry changes, before and after. */
      changes: z.array(lineSchema),
    }),
  ),
  more: z.boolean(),
});
export type GuardPeople = z.infer<typeof guardPeopleSchema>;
