import type { Transaction } from '../../../db/client.ts';
import { Conflict } from '../../failure.ts';
import { type KeptAnswer, openAnswer, type SealedAnswer } from './kept-answer.ts';
import type { KeyedCall } from './keyed-call.ts';

/** How long answers are kept. API.md, *Conventions*. */
const KEPT_MS = 24 * 3600_000;
/** A first call that has written nothing by then is taken over: its process may be gone. */
const LEASE_MS = 60_000;

/** The right to carry out the call. A later attempt ends an earlier one's: its transactions no longer commit. */
export interface Claim {
  id: string;
  attempt: number;
}

interface Row extends SealedAnswer, Claim {
  bodyHash: Buffer;
  finished: boolean;
  begun: boolean;
  claimedAt: Date;
}

/**
 * Claims a key, or finds the first answer to it.
 *
 * @throws Conflict while the first call is running or when its answer was lost
 */
export async function claim(
  tx: Transaction,
  call: KeyedCall,
): Promise<Claim | { kept: KeptAnswer; bodyHash: Buffer }> {
  const { clientRowId, method, path, key, now } = call;
  await tx.run('delete from idempotency_key where district_id = $1 and created_at < $2', [
    tx.districtId,
    new Date(now.getTime() - KEPT_MS),
  ]);
  const id = call.newId();
  const inserted = await tx.run(
    `insert into idempotency_key (district_id, id, client_id, method, path, key, body_hash, created_at, claimed_at)
     values ($1, $2, $3, $4, $5, $6, '', $7, $7) on conflict do nothing`,
    [tx.districtId, id, clientRowId, method, path, key, now],
  );
  if (inserted === 1) return { id, attempt: 1 };

  const first = await tx.row<Row>(FIND, [tx.districtId, clientRowId, method, path, key]);
  if (!first) throw running();
  if (first.finished) return { kept: openAnswer(call.keys, tx.districtId, first), bodyHash: first.bodyHash };
  if (first.begun) throw answerLost();
  if (now.getTime() - first.claimedAt.getTime() < LEASE_MS) throw running();
  const attempt = first.attempt + 1;
  await tx.run(
    'update idempotency_key set attempt = $3, claimed_at = $4 where district_id = $1 and id = $2',
    [tx.districtId, first.id, attempt, now],
  );
  return { id: first.id, attempt };
}

const FIND = `select id, attempt, body_hash as "bodyHash", finished, begun, claimed_at as "claimedAt", status, headers, body
  from idempotency_key
 where district_id = $1 and client_id = $2 and method = $3 and path = $4 and key = $5
   for update`;

const running = () =>
  new Conflict('The first call with this Idempotency-Key is still running. Ask again in a moment.', [], {
    retry: true,
  });

const answerLost = () =>
  new Conflict(
    'The first call with this Idempotency-Key was carried out, wholly or in part, but its answer is not there (yet). ' +
      'Ask again in a moment; if it stays so, look at what is there and go on with a new key.',
  );
