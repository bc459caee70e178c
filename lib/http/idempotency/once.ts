import type { Database } from '../../../db/client.ts';
import type { DistrictId } from '../../../db/district-id.ts';
import { Invalid } from '../../failure.ts';
import { describeError } from '../../log.ts';
import type { Server } from '../server.ts';
import { type Claim, claim } from './claim.ts';
import { fencedDatabase } from './fenced-database.ts';
import { type KeptAnswer, keepAnswer, sealAnswer } from './kept-answer.ts';
import type { KeyedCall } from './keyed-call.ts';

/**
 * Carries out a call with an Idempotency-Key once (API.md, *Conventions*): answers of 2xx and 422 are kept and given
 * again; after any other the key is free.
 *
 * @param work does the call on the database it is given; whatever goes wrong is an answer, too
 * @returns the answer, or the first one as it was kept
 * @throws Invalid for another body than the first time
 */
export async function once(
  server: Server,
  districtId: DistrictId,
  call: KeyedCall,
  work: (db: Database) => Promise<Response>,
): Promise<Response | KeptAnswer> {
  const claimed = await server.db.inDistrict(districtId, (tx) => claim(tx, call));
  if ('kept' in claimed) {
    if (!claimed.bodyHash.equals(await call.bodyHash())) throw otherBody();
    return claimed.kept;
  }
  const response = await work(fencedDatabase(server.db, claimed));
  try {
    await settle(server, districtId, claimed, { call, response });
  } catch (error) {
    server.log.error(describeError(error), 'answer to an idempotency key not kept');
  }
  return response;
}

async function settle(
  server: Server,
  districtId: DistrictId,
  { id, attempt }: Claim,
  { call, response }: { call: KeyedCall; response: Response },
): Promise<void> {
  const kept = response.ok || response.status === 422;
  const at = [districtId, id, attempt];
  if (!kept) {
    // After a fault on our side what was begun may stand: then the key stays taken, and says so.
    const unless = response.status >= 500 ? ' and not begun' : '';
    await server.db.inDistrict(districtId, (tx) =>
      tx.run(`delete from idempotency_key where district_id = $1 and id = $2 and attempt = $3${unless}`, at),
    );
    return;
  }
  const { status, headers, body } = sealAnswer(server.keys, districtId, id, await keepAnswer(response));
  const bodyHash = await call.bodyHash();
  await server.db.inDistrict(districtId, (tx) =>
    tx.run(
      `update idempotency_key set finished = true, status = $4, headers = $5, body = $6, body_hash = $7
        where district_id = $1 and id = $2 and attempt = $3`,
      [...at, status, headers, body, bodyHash],
    ),
  );
}

function otherBody(): Invalid {
  const message = 'This Idempotency-Key was used with another body. Use a new key for a new call.';
  return new Invalid(message, [{ pointer: '', code: 'idempotencyKeyReused', message }]);
}
