import type { Database } from '../../db/client.ts';
import type { Actor, District } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { BearerRefused } from '../http/refusals.ts';
import { shortIdOf, tokenHash } from './credentials.ts';
import { recordUse } from './record-use.ts';
import { inOrder, type Scope } from './scopes.ts';

export interface Bearer {
  district: District;
  actor: Actor & { kind: 'client' };
  scopes: Scope[];
}

/** A refused call's district, where its token names one, so that its error log is told. */
export interface RefusedBearer {
  refused: BearerRefused;
  district?: District;
  clientId?: string;
}

interface TokenRow {
  scopes: string[];
  expiresAt: Date;
  revokedAt: Date | null;
  clientRowId: string;
  clientId: string;
  clientName: string;
  clientScopes: string[];
  clientExpiresAt: Date | null;
  clientDisabledAt: Date | null;
  clientUsedAt: Date | null;
  secretId: string;
  secretExpiresAt: Date | null;
  secretRevokedAt: Date | null;
}

/**
 * Who calls with this `Authorization` header (RFC 6750). Token, secret and client are looked up each time, nothing is
 * kept in memory: a revoked secret takes its tokens with it at once, on every instance (CRED-5).
 */
export async function authenticate(
  db: Database,
  authorization: string | null,
  now: Date,
): Promise<Bearer | RefusedBearer> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token)
    return { refused: new BearerRefused('Send the access token in the header `Authorization: Bearer …`.') };
  const shortId = shortIdOf(token);
  const district = shortId && (await districtByShortId(db, shortId));
  if (!district) return { refused: unknownToken() };

  return db.inDistrict(district.id, async (tx) => {
    const row = await tx.row<TokenRow>(
      `select t.scopes, t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
          c.id as "clientRowId", c.client_id as "clientId", c.name as "clientName", c.scopes as "clientScopes",
          c.expires_at as "clientExpiresAt", c.disabled_at as "clientDisabledAt", c.last_used_at as "clientUsedAt",
          s.id as "secretId", s.expires_at as "secretExpiresAt", s.revoked_at as "secretRevokedAt"
         from access_token t
         join api_client c on c.district_id = $1 and c.id = t.client_id
         join api_client_secret s on s.district_id = $1 and s.id = t.secret_id
        where t.district_id = $1 and t.token_hash = $2`,
      [tx.districtId, tokenHash(token)],
    );
    const refused = row ? refusalOf(row, now) : unknownToken();
    if (!row || refused) return { refused: refused as BearerRefused, district, clientId: row?.clientId };
    await recordUse(tx, {
      clientRowId: row.clientRowId,
      secretId: row.secretId,
      lastUsedAt: row.clientUsedAt,
      now,
    });
    const granted = row.scopes.filter((scope) => row.clientScopes.includes(scope));
    return {
      district,
      actor: { kind: 'client', id: row.clientRowId, name: row.clientName, clientId: row.clientId },
      scopes: inOrder(granted),
    };
  });
}

function refusalOf(row: TokenRow, now: Date): BearerRefused | undefined {
  const past = (moment: Date | null) => moment !== null && moment <= now;
  if (row.revokedAt || row.secretRevokedAt)
    return invalidToken('The access token was revoked. Request a new one with the current client secret.');
  if (row.clientDisabledAt || past(row.clientExpiresAt))
    return invalidToken('The client of this access token is no longer enabled. Ask the district.');
  if (past(row.expiresAt) || past(row.secretExpiresAt))
    return invalidToken('The access token has expired. Request a new one.');
  return undefined;
}

const invalidToken = (detail: string) => new BearerRefused(detail, 'invalid_token');
const unknownToken = () => invalidToken('The access token is not known. Request a new one.');
