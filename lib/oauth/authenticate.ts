import type { Database } from '../../db/client.ts';
import { inOrder, type Scope } from '../access/scopes.ts';
import type { Actor, District } from '../context.ts';
import { districtIdOf } from '../district/district-id.ts';
import { BearerRefused } from '../http/refusals.ts';
import { shortIdOf, tokenHash } from './credentials.ts';
import { recordUse } from './record-use.ts';

export interface Bearer {
  district: District;
  actor: Actor & { kind: 'client' };
  scopes: Scope[];
  /** The district's limit (API.md, *Conventions*). */
  callsPerMinute: number;
}

/** A refused call's district, where its token names one, so that its error log is told. */
export interface RefusedBearer {
  refused: BearerRefused;
  district?: District;
  clientId?: string;
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
  const districtId = shortId && (await districtIdOf(db, shortId));
  if (!districtId) return { refused: unknownToken() };

  return db.inDistrict(districtId, async (tx) => {
    const found = await tx.row<Found>(FIND, [tx.districtId, tokenHash(token)]);
    if (!found) return { refused: unknownToken() };
    const { shortId, appName, name, timeZone } = found;
    const district = { id: districtId, shortId, appName, name, timeZone };
    const refused = refusalOf(found, now);
    if (refused) return { refused, district, clientId: found.clientId ?? undefined };
    await recordUse(tx, { ...found, lastUsedAt: found.clientUsedAt, now });
    return {
      district,
      actor: { kind: 'client', id: found.clientRowId, name: found.clientName, clientId: found.clientId },
      callsPerMinute: found.callsPerMinute,
      scopes: inOrder(found.scopes.filter((scope) => found.clientScopes.includes(scope))),
    };
  });
}

/** A district, and its token with client and secret, or nulls if it has no such token. */
interface Found extends Omit<District, 'id'> {
  callsPerMinute: number;
  expiresAt: Date | null;
  revokedAt: Date | null;
  scopes: string[];
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

const FIND = `select d.short_id as "shortId", d.app_name as "appName", d.name, d.time_zone as "timeZone",
    d.calls_per_minute as "callsPerMinute",
    t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.scopes,
    c.id as "clientRowId", c.client_id as "clientId", c.name as "clientName", c.scopes as "clientScopes",
    c.expires_at as "clientExpiresAt", c.disabled_at as "clientDisabledAt", c.last_used_at as "clientUsedAt",
    s.id as "secretId", s.expires_at as "secretExpiresAt", s.revoked_at as "secretRevokedAt"
  from district d
  left join access_token t on t.district_id = $1 and t.token_hash = $2
  left join api_client c on c.district_id = $1 and c.id = t.client_id
  left join api_client_secret s on s.district_id = $1 and s.id = t.secret_id
 where d.id = $1`;

function refusalOf(found: Found, now: Date): BearerRefused | undefined {
  const past = (moment: Date | null) => moment !== null && moment <= now;
  if (found.expiresAt === null) return unknownToken();
  if (found.revokedAt || found.secretRevokedAt)
    return invalidToken('The access token was revoked. Request a new one with the current client secret.');
  if (found.clientDisabledAt || past(found.clientExpiresAt))
    return invalidToken('The client of this access token is no longer enabled. Ask the district.');
  if (past(found.expiresAt) || past(found.secretExpiresAt))
    return invalidToken('The access token has expired. Request a new one.');
  return undefined;
}

const invalidToken = (detail: string) => new BearerRefused(detail, 'invalid_token');
const unknownToken = () => invalidToken('The access token is not known. Request a new one.');
