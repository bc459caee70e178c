import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { requestLog } from '../../db/schema/records.ts';
import { COUNTED_CALL_ROWS_A_MINUTE } from '../limits.ts';
import { newId } from '../new-id.ts';

const MINUTE_MS = 60_000;

/** A call that is counted with others. Its path has its parameters in braces, so that there are few. */
export interface CountedCall {
  occurredAt: Date;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  /** Null without good credentials. */
  clientId: string | null;
  requestId: string;
}

interface CountedRow extends CountedCall {
  id: string;
  calls: number;
  repeatKey: string;
}

/** Adds calls to their row, or begins it. */
const countCalls = defineCommand(
  'count calls in their row of the request log',
  (orm, p: Params<CountedRow>) =>
    orm
      .insert(requestLog)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        occurredAt: p.occurredAt,
        method: p.method,
        path: p.path,
        status: p.status,
        milliseconds: p.milliseconds,
        clientId: p.clientId,
        requestId: p.requestId,
        calls: p.calls,
        repeatKey: p.repeatKey,
      })
      .onConflictDoUpdate({
        target: [requestLog.districtId, requestLog.repeatKey],
        set: {
          calls: sql`${requestLog.calls} + excluded.calls`,
          milliseconds: sql`greatest(${requestLog.milliseconds}, excluded.milliseconds)`,
        },
      }),
);

/** The rows of one district in the minutes that are being counted. */
export class CountedCalls {
  #minute = 0;
  #known = new Set<string>();

  /** One row per minute, client, method, path and status, with the slowest call's milliseconds; all processes share them. */
  async write(tx: Transaction, calls: readonly CountedCall[]): Promise<void> {
    const rows = new Map<string, CountedRow>();
    for (const call of calls) {
      const { repeatKey, ...shown } = this.#rowOf(call);
      const row = rows.get(repeatKey);
      if (!row) rows.set(repeatKey, { ...call, ...shown, id: newId(), calls: 1, repeatKey });
      else {
        row.calls += 1;
        row.milliseconds = Math.max(row.milliseconds, call.milliseconds);
      }
    }
    // At most 21 a minute: COUNTED_CALL_ROWS_A_MINUTE.
    for (const row of rows.values()) await countCalls(tx, row);
  }

  #rowOf(call: CountedCall): Partial<CountedRow> & { repeatKey: string } {
    const minute = Math.floor(call.occurredAt.getTime() / MINUTE_MS);
    if (minute > this.#minute) {
      this.#minute = minute;
      this.#known = new Set();
    }
    const { clientId, method, path, status } = call;
    const own = keyOf(minute, clientId, method, path, status);
    if (this.#known.has(own)) return { repeatKey: own };
    if (this.#known.size >= COUNTED_CALL_ROWS_A_MINUTE)
      return { ...OTHERS, repeatKey: keyOf(minute, OTHERS) };
    this.#known.add(own);
    return { repeatKey: own };
  }
}

const OTHERS = { clientId: null, method: '*', path: '/campus', status: 0 } as const;

const keyOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
