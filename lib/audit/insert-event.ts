import type { Transaction } from '../../db/client.ts';
import { columnsOf, keysOf } from '../../db/columns-of.ts';
import { rowWriter } from '../../db/rows.ts';
import { auditEvent } from '../../db/schema/records.ts';
import type { Actor } from '../context.ts';
import type { AuditAction } from './actions.ts';

/** What an event records, without its id and moment. `detail` holds no personal data and no secret. */
export interface EventFacts {
  action: AuditAction;
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

type Event = EventFacts & Doer & { id: string; now: Date; requestId: string | null };

const events = rowWriter(auditEvent, keysOf(columnsOf(auditEvent)));

/** Writes events. Where there is a context, call `recordAudit` instead. */
export const insertEvents = (tx: Transaction, rows: readonly Event[]): Promise<void> =>
  events.insert(
    tx,
    rows.map(({ now, detail, ...row }) => ({
      ...row,
      occurredAt: now,
      detail: detail && JSON.stringify(detail),
    })),
  );

/** Writes one event. */
export const insertEvent = (tx: Transaction, row: Event): Promise<void> => insertEvents(tx, [row]);
