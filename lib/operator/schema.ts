import { z } from 'zod';
import { pageNumber } from '../page-number.ts';

const moment = z.iso.datetime();
const MAX_SEARCH_CHARS = 200;

/** A district as the operator's list shows it. */
export const districtSchema = z.object({
  appName: z.string(),
  name: z.string(),
  timeZone: z.string(),
  createdAt: moment,
  people: z.int().nonnegative(),
  managedByHr: z.int().nonnegative(),
  users: z.int().nonnegative(),
  /** Usernames of those with the tool right User Security, up to 20. */
  admins: z.array(z.string()),
  /** Of a synchronization. */
  lastCommit: moment.nullable(),
  /** The last call of one of its API clients. */
  lastCall: moment.nullable(),
});
export type ListedDistrict = z.infer<typeof districtSchema>;

export const districtsAsked = z.object({
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  page: pageNumber,
});
export const districtsFoundSchema = z.object({
  data: z.array(districtSchema),
  more: z.boolean(),
  total: z.int().nonnegative(),
});
export type DistrictsFound = z.infer<typeof districtsFoundSchema>;

const text = z.string().max(1_000);
/** Each field is checked by the verb, which says what is wrong with it. */
export const newDistrictSchema = z.strictObject({
  appName: text,
  name: text,
  timeZone: text,
  adminUsername: text,
  adminName: text,
});

/** A link by which an admin chooses a password: `token` is its end, and shown this once. */
export const adminLinkSchema = z.object({
  appName: z.string(),
  username: z.string(),
  token: z.string(),
  expiresAt: moment,
});
export type AdminLink = z.infer<typeof adminLinkSchema>;

export const resetSchema = z.strictObject({ username: z.string().min(1).max(MAX_SEARCH_CHARS) });

/** What `campus doctor` says, one entry a thing that was looked at. */
export const installationSchema = z.object({
  checks: z.array(z.object({ name: z.string(), found: z.string(), problem: z.string().nullable() })),
});
export type Installation = z.infer<typeof installationSchema>;

export const eventsSchema = z.object({
  data: z.array(
    z.object({
      id: z.int(),
      occurredAt: moment,
      madeBy: z.string(),
      action: z.string(),
      target: z.string().nullable(),
      address: z.string().nullable(),
    }),
  ),
});
export type OperatorEvents = z.infer<typeof eventsSchema>;
