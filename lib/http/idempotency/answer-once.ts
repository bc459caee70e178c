import { and, eq, not, type SQL } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import type { DistrictId } from '../../../db/district-id.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { idempotencyKey } from '../../../db/schema/client.ts';
import { Invalid } from '../../failure.ts';
import { describeError } from '../../log.ts';
import type { Server } from '../server.ts';
import { HTTP_TEXTS } from '../texts.ts';
import { type Claim, claim } from './claim.ts';
import { fencedDatabase } from './fenced-database.ts';
import { type KeptAnswer, keepAnswer, type SealedAnswer, sealAnswer } from './kept-answer.ts';
import { keptTodayOf, keysRefused } from './kept-today.ts';
import type { KeyedCall } from './keyed-call.ts';
import { digestOf, markIfSame } from './read-again.ts';

const { id, attempt, begun } = idempotencyKey;
const isClaim = (p: Params<Claim>): SQL | undefined =>
  and(inDistrict(idempotencyKey), eq(id, p.id), eq(attempt, p.attempt));

const storeAnswer = defineCommand(
  'store the answer to an idempotency key',
  (orm, p: Params<Claim & SealedAnswer & { bodyHash: Buffer }>) =>
    orm
      .update(idempotencyKey)
      .set({
        finished: true,
        status: asStored(p.status, idempotencyKey.status),
        headers: asStored(p.headers, idempotencyKey.headers),
        body: asStored(p.body, idempotencyKey.body),
        bodyHash: asStored(p.bodyHash, idempotencyKey.bodyHash),
      })
      .where(isClaim(p)),
);
const freeKey = defineCommand('free an idempotency key', (orm, p: Params<Claim>) =>
  orm.delete(idempotencyKey).where(isClaim(p)),
);
const freeKeyUnlessBegun = defineCommand('free an idempotency key unless begun', (orm, p: Params<Claim>) =>
  orm.delete(idempotencyKey).where(and(isClaim(p), not(begun))),
);

/**
 * Runs a call with an Idempotency-Key once (API.md, *Conventions*). Answers of 2xx and 422 are kept and sent again to
 * later calls; any other answer frees the key. A call that only reads is answered again, and marked as a replay if the
 * answer is the first one: its answers would fill the disk.
 *
 * @param work runs the call on the database it is given, and turns every error into an answer
 * @returns the answer, or the first one as it was kept
 * @throws Invalid if the body differs from the first call's; TooMany if the district's answers of today are too many
 */
export async function answerOnce(
  server: Server,
  districtId: DistrictId,
  call: KeyedCall,
  work: (db: Database) => Promise<Response>,
): Promise<Response | KeptAnswer> {
  const use = await keptTodayOf(server).of(districtId, call.now);
  const refused = keysRefused(use, call.now);
  const claimed = await server.db.inDistrict(districtId, (tx) => claim(tx, call, refused));
  if ('kept' in claimed) {
    const hashes = await call.bodyHashes();
    if (!hashes.some((hash) => hash.equals(claimed.bodyHash))) throw otherBody();
    if (!call.readsOnly) return claimed.kept;
    const again = await work(server.db);
    return markIfSame(again, digestOf(await keepAnswer(again)), claimed.kept);
  }
  use.rows += 1;
  const response = await work(call.readsOnly ? server.db : fencedDatabase(server.db, claimed));
  try {
    await finishClaim(server, districtId, claimed, { call, response });
  } catch (error) {
    server.log.error(describeError(error), 'answer to an idempotency key not kept');
  }
  return response;
}

async function finishClaim(
  server: Server,
  districtId: DistrictId,
  claim: Claim,
  { call, response }: { call: KeyedCall; response: Response },
): Promise<void> {
  const { id, attempt } = claim;
  const kept = response.ok || response.status === 422;
  if (!kept) {
    // After a fault of ours the call may have committed part of its changes: then the key stays taken.
    const free = response.status >= 500 ? freeKeyUnlessBegun : freeKey;
    await server.db.inDistrict(districtId, (tx) => free(tx, { id, attempt }));
    return;
  }
  const answer = await keepAnswer(response);
  const sealed = sealAnswer(server.keys, districtId, id, call.readsOnly ? digestOf(answer) : answer);
  (await keptTodayOf(server).of(districtId, call.now)).bytes += sealed.body?.length ?? 0;
  const [bodyHash] = await call.bodyHashes();
  await server.db.inDistrict(districtId, (tx) => storeAnswer(tx, { ...sealed, attempt, bodyHash }));
}

function otherBody(): Invalid {
  const message = HTTP_TEXTS.keyOfOtherBody();
  return new Invalid(message, [{ pointer: '', code: 'idempotencyKeyReused', message }]);
}
