import { and, eq, gt, notExists, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict, ONE } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { auditEvent } from '../../db/schema/records.ts';
import type { AuditAction } from '../audit/actions.ts';
import { newId } from '../new-id.ts';
import { type Attempt, windowStart } from './sign-in-limit.ts';

export const SIGN_IN_FAILED = 'sign in failed' satisfies AuditAction;

interface Failed {
  id: string;
  now: Date;
  since: Date;
  user: string | null;
  address: string;
  reason: 'password' | 'code';
}

const insertFirstFailure = defineCommand(
  'insert a failed sign-in, the first in its time',
  (orm, p: Params<Failed>) => {
    const recent = orm
      .select({ id: auditEvent.id })
      .from(auditEvent)
      .where(
        and(
          inDistrict(auditEvent),
          eq(auditEvent.action, SIGN_IN_FAILED),
          gt(auditEvent.occurredAt, p.since),
          sql`${auditEvent.target} is not distinct from ${sql.param(p.user, auditEvent.target)}::text`,
          eq(auditEvent.address, p.address),
          sql`${auditEvent.detail} ->> 'wrong' = ${p.reason}`,
        ),
      );
    const detail = sql`jsonb_build_object('wrong', ${p.reason}::text)`;
    return orm
      .insert(auditEvent)
      .select(
        orm
          .select({
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            id: sql`${p.id}::uuid`.as('id'),
            occurredAt: sql`${p.now}::timestamptz`.as('occurred_at'),
            actor: sql`'Not signed in'`.as('actor'),
            actorKind: sql`null::text`.as('actor_kind'),
            actorId: sql`null::uuid`.as('actor_id'),
            actorLogin: sql`null::text`.as('actor_login'),
            address: sql`${p.address}::text`.as('address'),
            action: sql`${SIGN_IN_FAILED}::text`.as('action'),
            target: sql`${sql.param(p.user, auditEvent.target)}::text`.as('target'),
            detail: detail.as('detail'),
            requestId: sql`null::text`.as('request_id'),
          })
          .from(sql`(values (true)) as attempt`)
          .where(notExists(recent)),
      )
      .returning(ONE);
  },
);

/**
 * Audits a failed sign-in. A username that no user has is not stored, because people type their password there. Many
 * failures in the limit's window make one event per account, address and what was wrong; those with unknown usernames
 * make one per address.
 *
 * @param user the account that was tried, if it exists; the person who tried need not be its owner
 */
export async function recordFailedSignIn(
  tx: Transaction,
  { address, now }: Attempt,
  { user, reason }: { user: string | undefined; reason: 'password' | 'code' },
): Promise<void> {
  await insertFirstFailure(tx, {
    id: newId(),
    now,
    since: windowStart(now),
    user: user ?? null,
    address,
    reason,
  });
}
