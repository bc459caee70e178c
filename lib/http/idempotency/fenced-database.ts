import type { Database, Transaction } from '../../../db/client.ts';
import { Conflict } from '../../failure.ts';
import type { Claim } from './claim.ts';

/**
 * The database as a claimed call sees it: the first transaction that commits also marks the claim as begun, and does not
 * commit if another attempt has taken the claim over. A begun claim is taken over by nobody, so what comes after is free;
 * and what a call has written is known even if its answer never was.
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
  return { ...db, inDistrict: fenced(db.inDistrict), copyingInDistrict: fenced(db.copyingInDistrict) };
}

async function mark(tx: Transaction, { id, attempt }: Claim): Promise<void> {
  const marked = await tx.run(
    'update idempotency_key set begun = true where district_id = $1 and id = $2 and attempt = $3',
    [tx.districtId, id, attempt],
  );
  if (marked !== 1)
    throw new Conflict('A later call with the same Idempotency-Key has taken over; this one did nothing.');
}
