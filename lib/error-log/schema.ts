import { z } from 'zod';

const text = z.string().nullable();
const count = z.int().nonnegative();

/** An entry is open until an admin resolves or ignores it. The same failure again is a new, open entry. */
export const ERROR_STATES = ['open', 'resolved', 'ignored'] as const;
const state = z.enum(ERROR_STATES);
export type ErrorState = z.infer<typeof state>;

/** An entry of the Business Office Error Log as its table shows it (ERR-1). The payload is asked for by itself. */
const errorRowSchema = z.object({
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
  /** The HTTP method; UPLOAD or COMMIT for what an admin started on a page. */
  action: z.string(),
  path: z.string(),
  status: z.int(),
  message: z.string(),
  staffNumber: text,
  requestId: text,
  hasPayload: z.boolean(),
  client: text.describe('The name of the client, if a client called.'),
  state,
  /** Who resolved, ignored or reopened it last, and when. */
  stateBy: text,
  stateAt: z.iso.datetime().nullable(),
});
export type ErrorRow = z.infer<typeof errorRowSchema>;

export const errorsFoundSchema = z.object({ data: z.array(errorRowSchema), more: z.boolean() });
export type ErrorsFound = z.infer<typeof errorsFoundSchema>;

/** One entry whole. SSNs and secrets are masked as it is stored (ERR-3). */
export const errorEntrySchema = errorRowSchema.extend({
  /** At most the first 250,000 characters. */
  payload: text,
  /** How many characters there are. */
  payloadLength: count,
  errors: z.array(
    z.object({ pointer: z.string(), code: z.string(), message: z.string(), hint: z.string().optional() }),
  ),
  totalErrors: count,
  runId: z.uuid().nullable(),
});
export type ErrorEntry = z.infer<typeof errorEntrySchema>;

export const causeSchema = z.object({
  /** Null for what an older version wrote. */
  cause: text,
  status: z.int(),
  /** The latest of them. */
  message: z.string(),
  entries: count,
  lastAt: z.iso.datetime(),
});
export type ErrorCause = z.infer<typeof causeSchema>;

const MAX_SEARCH_CHARS = 200;
const day = z.iso.date('must be a date, YYYY-MM-DD').optional();

/** What the log is narrowed to. Days are the district's; `4xx` and `5xx` are all of their kind. */
export const narrowingQuery = {
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  from: day,
  to: day,
  action: z
    .string()
    .regex(/^[A-Z]{1,20}$/, 'action must be an HTTP method, such as POST, or UPLOAD or COMMIT')
    .optional(),
  status: z
    .string()
    .regex(/^[45](xx|\d\d)$/, 'status must be a status such as 422, or 4xx or 5xx')
    .optional(),
  cause: z.string().max(MAX_SEARCH_CHARS).optional(),
  state: state.optional(),
};
export type Narrowing = z.infer<z.ZodObject<typeof narrowingQuery>>;

/** At most this many entries change in one call. */
export const MAX_STATE_CHANGES = 5_000;

/** Entries by id, or all that match filters and had occurred by a moment: what came in later was not seen. */
export const stateChangeSchema = z.strictObject({
  state,
  entries: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000) }),
    z.strictObject({ matching: z.strictObject(narrowingQuery), until: z.iso.datetime() }),
  ]),
});
export type StateChange = z.infer<typeof stateChangeSchema>;

export const stateChangedSchema = z.object({
  changed: count,
  /** Whether entries are left that match: call again. */
  more: z.boolean(),
});
export type StateChanged = z.infer<typeof stateChangedSchema>;
