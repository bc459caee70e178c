import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import type { Actor } from '../context.ts';

/** What an event records, without its id and moment. `detail` holds no personal data and no secret. */
export interface EventFacts {
  action: string;
  /** A username, a client id, the id of a person or a run. */
  target: string | null;
  detail: Record<string, unknown> | null;
}

/** Who did it, and from where. */
interface Doer {
  actor: string;
  /** Null if nobody is signed in. */
  actorKind: Actor['kind'] | null;
  actorId: string | null;
  /** A user's username or a client's Client ID. */
  actorLogin: string | null;
  address: string | null;
}

/** Writes one event. Where there is a context, call `recordAudit` instead. */
export const insertEvent = defineCommand(
  'insert an audit event',
  (orm, p: Params<EventFacts & Doer & { id: string; now: Date; requestId: string | null }>) =>
    orm.insert(auditEvent).values({
      districtId: DISTRICT_ID,
      id: p.id,
      occurredAt: p.now,
      actor: p.actor,
      actorKind: p.actorKind,
      actorId: p.actorId,
      actorLogin: p.actorLogin,
      address: p.address,
      action: p.action,
      target: p.target,
      detail: p.detail,
      requestId: p.requestId,
    }),
);
