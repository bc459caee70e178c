import { and, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { idempotencyKey } from '../../../db/schema/client.ts';
import { Conflict, type TooMany } from '../../failure.ts';
import { HTTP_TEXTS } from '../texts.ts';
import { type KeptAnswer, openAnswer } from './kept-answer.ts';
import type { KeyedCall } from './keyed-call.ts';

/** How long answers are kept. API.md, *Conventions*. */
const KEEP_MS = 24 * 3600_000;
/** A first call that has committed nothing by then is taken over, because its process may have died. */
const LEASE_MS = 60_000;

interface KeyOfClient {
  clientId: string;
  method: string;
  path: string;
  key: string;
}

const deleteExpired = defineCommand('delete expired idempotency keys', (orm, p: Params<{ before: Date }>) =>
  orm.delete(idempotencyKey).where(and(inDistrict(idempotencyKey), lt(idempotencyKey.createdAt, p.before))),
);
const insertKey = defineCommand(
  'insert an idempotency key',
  (orm, p: Params<KeyOfClient & { id: string; now: Date }>) =>
    orm
      .insert(idempotencyKey)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        clientId: p.clientId,
        method: p.method,
        path: p.path,
        key: p.key,
        bodyHash: sql`''::bytea`,
        createdAt: p.now,
        claimedAt: p.now,
      })
      .onConflictDoNothing(),
);
const lockKey = defineQuery(
  'lock an idempotency key',
  (orm, p: Params<Omit<KeyOfClient, 'key'> & { keys: readonly string[] }>) =>
    orm
      .select({
        id: idempotencyKey.id,
        attempt: idempotencyKey.attempt,
        bodyHash: idempotencyKey.bodyHash,
        finished: idempotencyKey.finished,
        begun: idempotencyKey.begun,
        claimedAt: idempotencyKey.claimedAt,
        status: idempotencyKey.status,
        headers: idempotencyKey.headers,
        body: idempotencyKey.body,
      })
      .from(idempotencyKey)
      .where(
        and(
          inDistrict(idempotencyKey),
          eq(idempotencyKey.clientId, p.clientId),
          eq(idempotencyKey.method, p.method),
          eq(idempotencyKey.path, p.path),
          isOneOf(idempotencyKey.key, p.keys),
        ),
      )
      .for('update'),
);
const takeOver = defineCommand(
  'take an idempotency key over',
  (orm, p: Params<{ id: string; attempt: number; now: Date }>) =>
    orm
      .update(idempotencyKey)
      .set({
        attempt: asStored(p.attempt, idempotencyKey.attempt),
        claimedAt: asStored(p.now, idempotencyKey.claimedAt),
      })
      .where(and(inDistrict(idempotencyKey), eq(idempotencyKey.id, p.id))),
);

/** The right to run the call. A later attempt ends an earlier one's: its transactions no longer commit. */
export interface Claim {
  id: string;
  attempt: number;
}

/**
 * Claims a key, or finds the first answer to it.
 *
 * @param refused why no new key is taken now
 * @throws Conflict while the first call is running, or if its answer was lost; `refused` for a new key
 */
export async function claim(
  tx: Transaction,
  call: KeyedCall,
  refused?: TooMany,
): Promise<Claim | { kept: KeptAnswer; bodyHash: Buffer }> {
  const { clientRowId: clientId, method, path, key, now } = call;
  await deleteExpired(tx, { before: new Date(now.getTime() - KEEP_MS) });
  const id = call.newId();
  const ofOldKey =
    call.oldKeys.length > 0 && (await lockKey.first(tx, { clientId, method, path, keys: call.oldKeys }));
  if (!ofOldKey && (await insertKey(tx, { id, clientId, method, path, key, now })) === 1) {
    if (refused) throw refused;
    return { id, attempt: 1 };
  }

  const first = ofOldKey || (await lockKey.first(tx, { clientId, method, path, keys: [key] }));
  if (!first) throw running();
  const { finished, status, headers, bodyHash } = first;
  if (finished && status !== null && headers !== null)
    return { kept: openAnswer(call.keys, tx.districtId, { ...first, status, headers }), bodyHash };
  if (first.begun) throw answerLost();
  if (now.getTime() - first.claimedAt.getTime() < LEASE_MS) throw running();
  const attempt = first.attempt + 1;
  await takeOver(tx, { id: first.id, attempt, now });
  return { id: first.id, attempt };
}

const running = () =>
  new Conflict(HTTP_TEXTS.firstStillRunning(), [], {
    retry: true,
  });

const answerLost = () => new Conflict(HTTP_TEXTS.answerLost());
