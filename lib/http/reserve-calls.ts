import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { callWindow } from '../../db/schema/call-window.ts';

/** What a client's processes have reserved since a moment. */
export interface Reserved {
  startedAt: Date;
  reserved: number;
}

const excluded = alias(callWindow, 'excluded');

const reserve = defineQuery(
  'reserve calls of a client',
  (orm, p: Params<{ clientId: string; now: Date; ended: Date; calls: number }>) => {
    const hasEnded = sql`${callWindow.startedAt} <= ${sql.param(p.ended, callWindow.startedAt)}`;
    return orm
      .insert(callWindow)
      .values({ districtId: DISTRICT_ID, clientId: p.clientId, startedAt: p.now, reserved: p.calls })
      .onConflictDoUpdate({
        target: [callWindow.districtId, callWindow.clientId],
        set: {
          startedAt: sql`case when ${hasEnded} then ${excluded.startedAt} else ${callWindow.startedAt} end`,
          reserved: sql`${excluded.reserved} + case when ${hasEnded} then 0 else ${callWindow.reserved} end`,
        },
      })
      .returning({ startedAt: callWindow.startedAt, reserved: callWindow.reserved });
  },
);

/**
 * Reserves calls in the client's present window, or begins the next one.
 * @param ended a window that began by then is over
 */
export async function reserveCalls(
  tx: Transaction,
  of: { clientId: string; now: Date; ended: Date; calls: number },
): Promise<Reserved> {
  const [row] = await reserve(tx, of);
  if (!row) throw new Error('nothing was reserved');
  return row;
}
