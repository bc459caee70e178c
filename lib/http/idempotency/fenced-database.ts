import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { idempotencyKey } from '../../../db/schema/client.ts';
import { Conflict } from '../../failure.ts';
import { HTTP_TEXTS } from '../texts.ts';
import type { Claim } from './claim.ts';

const markBegun = defineCommand(
  'mark the call of an idempotency key as begun',
  (orm, p: Params<{ id: string; attempt: number }>) =>
    orm
      .update(idempotencyKey)
      .set({ begun: true })
      .where(
        and(inDistrict(idempotencyKey), eq(idempotencyKey.id, p.id), eq(idempotencyKey.attempt, p.attempt)),
      ),
);

/**
 * The database that a claimed call runs on. The call's first transaction also marks the claim as begun, and fails if a
 * later attempt has taken the claim over. Nobody takes over a begun claim, so later transactions need no check. The mark
 * also shows that a call has changed data even if its answer was lost. Transactions of `aside` neither begin it nor are
 * checked: they publish nothing.
 */
export function fencedDatabase(db: Database, claim: Claim): Database {
  let begun = false;
  const fenced =
    (run: Database['inDistrict']): Database['inDistrict'] =>
    async (districtId, work) => {
      if (begun) return run(districtId, work);
      const value = await run(districtId, async (tx) => {
        const value = await work(tx);
        await mark(tx, claim);
        return value;
      });
      begun = true;
      return value;
    };
  return { ...db, inDistrict: fenced(db.inDistrict), stagingInDistrict: fenced(db.stagingInDistrict) };
}

async function mark(tx: Transaction, { id, attempt }: Claim): Promise<void> {
  if ((await markBegun(tx, { id, attempt })) !== 1) throw new Conflict(HTTP_TEXTS.laterTookOver());
}
