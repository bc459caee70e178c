import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { apiClient, handOver } from '../../../db/schema/client.ts';

/** A link by its token's hash, with its client. */
export const linkOf = defineQuery(
  'a hand-over link by its token, with its client',
  (orm, p: Params<{ tokenHash: Buffer; now: Date }>) =>
    orm
      .select({
        id: apiClient.id,
        clientId: apiClient.clientId,
        name: apiClient.name,
        inactive: sql<boolean>`${apiClient.disabledAt} is not null or coalesce(${apiClient.expiresAt} <= ${p.now}, false)`,
        expiresAt: handOver.expiresAt,
        openedAt: handOver.openedAt,
        withdrawnAt: handOver.withdrawnAt,
      })
      .from(handOver)
      .innerJoin(apiClient, and(inDistrict(apiClient), eq(apiClient.id, handOver.clientId)))
      .where(and(inDistrict(handOver), eq(handOver.tokenHash, p.tokenHash))),
);
type StoredLink = Awaited<ReturnType<typeof linkOf>>[number];

/** Gives 0 if somebody else has opened it meanwhile. */
export const takeLink = defineCommand(
  'open a hand-over link once',
  (orm, p: Params<{ tokenHash: Buffer; now: Date }>) =>
    orm
      .update(handOver)
      .set({ openedAt: asStored(p.now, handOver.openedAt) })
      .where(
        and(
          inDistrict(handOver),
          eq(handOver.tokenHash, p.tokenHash),
          isNull(handOver.openedAt),
          isNull(handOver.withdrawnAt),
          gt(handOver.expiresAt, p.now),
        ),
      ),
);

/** Why a link shows nothing; undefined if it does. */
export function refusalOf({ openedAt, withdrawnAt, expiresAt, inactive }: StoredLink, now: Date) {
  if (openedAt) return 'opened';
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return inactive ? 'client inactive' : undefined;
}
