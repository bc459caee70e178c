import type { Database, Transaction } from '../../../db/client.ts';
import { Conflict } from '../../failure.ts';
import type { Claim } from './claim.ts';

/**
 * The database as a claimed call sees it: each of its transactions also marks the claim as begun, and does not commit
 * once another attempt has taken the claim over. So what a call has written is known even if its answer never was.
 */
export function fencedDatabase(db: Database, claim: Claim): Database {
  const fenced =
    <T>(work: (tx: Transaction) => Promise<T>) =>
    async (tx: Transaction): Promise<T> => {
      const value = await work(tx);
      const marked = await tx.run(
        'update idempotency_key set begun = true where district_id = $1 and id = $2 and attempt = $3',
        [tx.districtId, claim.id, claim.attempt],
      );
      if (marked !== 1)
        throw new Conflict(
          'A later call with the same Idempotency-Key has taken over; this one did nothing.',
        );
      return value;
    };
  return {
    ...db,
    inDistrict: (districtId, work) => db.inDistrict(districtId, fenced(work)),
    copyingInDistrict: (districtId, work) => db.copyingInDistrict(districtId, fenced(work)),
  };
}
