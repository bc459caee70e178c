import { z } from 'zod';

const text = z.string().nullable();

/** Who did what, when, to what. */
export const auditEventSchema = z.object({
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
  actor: z.string(),
  /** Null in events before Campus recorded it, and for someone who is not signed in. */
  actorKind: z.enum(['user', 'client', 'system']).nullable(),
  /** A user's username or a client's Client ID, which no two share as they may share a name. */
  actorLogin: text,
  /** The network address that the call came from; null for a job. */
  address: text,
  action: z.string(),
  /** As recorded: a username, a client id, the id of a person or a run. */
  target: text,
  /** The same in words: what was done, to whom or what, and why. In pieces, of which a name may have a link to its page. */
  sentence: z.array(z.object({ text: z.string(), href: z.string().optional() })),
  detail: z.record(z.string(), z.unknown()).nullable(),
  requestId: text,
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** An action that the log has, with its name. */
export const auditActionSchema = z.object({ action: z.string(), name: z.string() });
export type AuditActionName = z.infer<typeof auditActionSchema>;

export const auditFoundSchema = z.object({ data: z.array(auditEventSchema), more: z.boolean() });
export type AuditFound = z.infer<typeof auditFoundSchema>;

const MAX_SEARCH_CHARS = 200;
const day = z.iso.date('must be a date, YYYY-MM-DD').optional();

/** The filters of the log. Days are in the district's time zone. */
export const auditNarrowing = {
  search: z.string().max(MAX_SEARCH_CHARS).default(''),
  action: z.string().max(MAX_SEARCH_CHARS).optional(),
  from: day,
  to: day,
};
export type AuditNarrowing = z.infer<z.ZodObject<typeof auditNarrowing>>;
