import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { apiClient, apiClientSecret, handOver } from '../../db/schema/client.ts';
import { inOrder } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { CURRENT_SECRET_FIRST, secretWorks } from '../oauth/working-secrets.ts';
import type { Client } from './schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

/** The latest link of a client that was opened or still waits. */
const latestLink = (now: Params<{ now: Date }>['now']) => sql`(select latest.id from ${handOver} latest
  where latest.district_id = ${DISTRICT_ID} and latest.client_id = ${apiClient.id} and latest.withdrawn_at is null
    and (latest.opened_at is not null or latest.expires_at > ${now})
  order by latest.created_at desc, latest.id desc limit 1)`;

/** One row per secret that works, the current one first. */
const clientsWithSecrets = defineQuery(
  'clients with the secrets that work',
  (orm, p: Params<{ id: string | null; now: Date; timeZone: string }>) =>
    orm
      .select({
        id: apiClient.id,
        clientId: apiClient.clientId,
        name: apiClient.name,
        scopes: apiClient.scopes,
        createdAt: apiClient.createdAt,
        lastUsedAt: apiClient.lastUsedAt,
        lastUsedFrom: apiClient.lastUsedFrom,
        expiresOn: sql<
          string | null
        >`((${apiClient.expiresAt} at time zone ${p.timeZone}) - interval '1 microsecond')::date`,
        state: sql<Client['state']>`case when ${apiClient.disabledAt} is not null then 'disabled'
          when ${apiClient.expiresAt} <= ${p.now} then 'expired' else 'active' end`,
        handOverExpiresAt: handOver.expiresAt,
        handOverOpenedAt: handOver.openedAt,
        secretId: apiClientSecret.id,
        secretCreatedAt: apiClientSecret.createdAt,
        secretLastUsedAt: apiClientSecret.lastUsedAt,
        secretExpiresAt: apiClientSecret.expiresAt,
      })
      .from(apiClient)
      .leftJoin(apiClientSecret, and(secretWorks(p.now), eq(apiClientSecret.clientId, apiClient.id)))
      .leftJoin(handOver, and(inDistrict(handOver), eq(handOver.id, latestLink(p.now))))
      .where(and(inDistrict(apiClient), sql`(${p.id}::uuid is null or ${apiClient.id} = ${p.id})`))
      .orderBy(apiClient.createdAt, apiClient.id, ...CURRENT_SECRET_FIRST),
);
type Row = Awaited<ReturnType<typeof clientsWithSecrets>>[number];

/** The district's clients, the oldest first, with the secrets that work (CRED-6). */
export const listClients = (ctx: Context): Promise<Client[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => clients(ctx, tx, null));

/** One client, read in the caller's transaction. @throws NotFound */
export async function readClient(ctx: Context, tx: Transaction, id: string): Promise<Client> {
  const [client] = await clients(ctx, tx, id);
  if (!client) throw noClient();
  return client;
}

/** The refusal of an unknown client. */
export const noClient = () => new NotFound(CREDENTIAL_TEXTS.noSuchClient());

async function clients(ctx: Context, tx: Transaction, id: string | null): Promise<Client[]> {
  const rows = await clientsWithSecrets(tx, { id, now: ctx.now, timeZone: ctx.district.timeZone });
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => {
    const [row] = group;
    return row ? [clientOf(row, group)] : [];
  });
}

const clientOf = (row: Row, group: Row[]): Client => ({
  id: row.id,
  clientId: row.clientId,
  name: row.name,
  scopes: inOrder(row.scopes),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: iso(row.lastUsedAt),
  lastUsedFrom: row.lastUsedFrom,
  expiresOn: row.expiresOn,
  state: row.state,
  handOver: row.handOverExpiresAt && {
    expiresAt: row.handOverExpiresAt.toISOString(),
    openedAt: iso(row.handOverOpenedAt),
  },
  secrets: group.flatMap((each) =>
    each.secretId === null || each.secretCreatedAt === null
      ? []
      : [
          {
            id: each.secretId,
            createdAt: each.secretCreatedAt.toISOString(),
            lastUsedAt: iso(each.secretLastUsedAt),
            expiresAt: iso(each.secretExpiresAt),
          },
        ],
  ),
});

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
