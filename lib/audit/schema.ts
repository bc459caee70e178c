import { z } from 'zod';

const text = z.string().nullable();

/** Who did what, when, to what. */
export const auditEventSchema = z.object({
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  /** As recorded: a username, a client id, the id of a person or a run. */
  target: text,
  /** The name of the person that `target` is; null when it is something else, or they are gone. */
  targetName: text,
  detail: z.record(z.string(), z.unknown()).nullable(),
  requestId: text,
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditFoundSchema = z.object({ data: z.array(auditEventSchema), more: z.boolean() });
export type AuditFound = z.infer<typeof auditFoundSchema>;

const LONGEST = 200;
const day = z.iso.date('must be a date, YYYY-MM-DD').optional();

/** What the log is narrowed to. Days are the district's. */
export const auditNarrowing = {
  search: z.string().max(LONGEST).default(''),
  action: z.string().max(LONGEST).optional(),
  from: day,
  to: day,
};
export type AuditNarrowing = z.infer<z.ZodObject<typeof auditNarrowing>>;
