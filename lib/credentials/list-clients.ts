import type { Transaction } from '../../db/client.ts';
import { inOrder } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { Client } from './schema.ts';

interface Row {
  id: string;
  clientId: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresOn: string | null;
  state: Client['state'];
  secretId: string | null;
  secretCreatedAt: Date;
  secretLastUsedAt: Date | null;
  secretExpiresAt: Date | null;
}

// Of two secrets without an end the later is the current one.
const FIND = `select c.id, c.client_id as "clientId", c.name, c.scopes, c.created_at as "createdAt",
    c.last_used_at as "lastUsedAt", ((c.expires_at at time zone $3) - interval '1 microsecond')::date as "expiresOn",
    case when c.disabled_at is not null then 'disabled' when c.expires_at <= $2 then 'expired' else 'active' end as state,
    s.id as "secretId", s.created_at as "secretCreatedAt", s.last_used_at as "secretLastUsedAt",
    s.expires_at as "secretExpiresAt"
  from api_client c
  left join api_client_secret s on s.district_id = $1 and s.client_id = c.id
   and s.revoked_at is null and (s.expires_at is null or s.expires_at > $2)
 where c.district_id = $1 and ($4::uuid is null or c.id = $4)
 order by c.created_at, c.id, s.expires_at desc nulls first, s.created_at desc, s.id desc`;

/** The district's clients, the first one first, with the secrets that work (CRED-6). */
export const listClients = (ctx: Context): Promise<Client[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => clients(ctx, tx, null));

/** One client as it is now, in the caller's transaction. @throws NotFound */
export async function readClient(ctx: Context, tx: Transaction, id: string): Promise<Client> {
  const [client] = await clients(ctx, tx, id);
  if (!client) throw noClient();
  return client;
}

export const noClient = () => new NotFound('There is no such client in this district.');

async function clients(ctx: Context, tx: Transaction, id: string | null): Promise<Client[]> {
  const rows = await tx.rows<Row>(FIND, [tx.districtId, ctx.now, ctx.district.timeZone, id]);
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
  expiresOn: row.expiresOn,
  state: row.state,
  secrets: group.flatMap((each) =>
    each.secretId === null
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
