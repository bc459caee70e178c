import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { apiClient, apiClientSecret } from '../../../db/schema/client.ts';
import { silentClients } from '../../alerts/silent-clients.ts';
import type { Context } from '../../context.ts';
import { type Action, action } from './schema.ts';

/** How long before its end a client is listed, and for how long afterwards. */
export const ENDING_DAYS = 14;

const DAY_MS = 86_400_000;

const newer = alias(apiClientSecret, 'newer');

const enabledClients = defineQuery('enabled clients, with the end of their old secret', (orm) =>
  orm
    .select({
      name: apiClient.name,
      expiresAt: apiClient.expiresAt,
      /** The end of an older secret while nobody has used the newest one. */
      secretEndsAt: sql<Date | null>`(${orm
        .select({ at: sql`max(${apiClientSecret.expiresAt})` })
        .from(apiClientSecret)
        .where(
          and(
            inDistrict(apiClientSecret),
            eq(apiClientSecret.clientId, apiClient.id),
            isNull(apiClientSecret.revokedAt),
            exists(
              orm
                .select(ONE)
                .from(newer)
                .where(
                  and(
                    inDistrict(newer),
                    eq(newer.clientId, apiClient.id),
                    isNull(newer.revokedAt),
                    isNull(newer.expiresAt),
                    isNull(newer.lastUsedAt),
                  ),
                ),
            ),
          ),
        )})`.mapWith(apiClientSecret.expiresAt),
    })
    .from(apiClient)
    .where(and(inDistrict(apiClient), isNull(apiClient.disabledAt)))
    .orderBy(apiClient.name, apiClient.id),
);
type Row = Awaited<ReturnType<typeof enabledClients>>[number];

/** Secrets and clients that end, and clients that have stopped calling. */
export const clientActions = async (ctx: Context, tx: Transaction): Promise<Action[]> => [
  ...(await enabledClients(tx)).flatMap((client) => ending(client, ctx.now)),
  ...(await silentClients(tx, ctx.now)).map(({ name: subject, lastUsedAt: at, days }) =>
    action('clientSilent', days, { subject, at }),
  ),
];

function ending({ name: subject, expiresAt, secretEndsAt }: Row, now: Date): Action[] {
  const found: Action[] = [];
  if (secretEndsAt && secretEndsAt > now) found.push(action('secretEnds', 1, { subject, at: secretEndsAt }));
  const days = expiresAt ? (expiresAt.getTime() - now.getTime()) / DAY_MS : Number.POSITIVE_INFINITY;
  if (expiresAt && Math.abs(days) <= ENDING_DAYS)
    found.push(action(days > 0 ? 'clientEnds' : 'clientEnded', 1, { subject, at: lastMoment(expiresAt) }));
  return found;
}

/** A client ends with its last day, which is the day to show. */
const lastMoment = (end: Date): Date => new Date(end.getTime() - 1);
