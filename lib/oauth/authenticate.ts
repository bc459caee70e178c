import { and, eq, exists, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict, ONE } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { accessToken, apiClient, apiClientSecret } from '../../db/schema/client.ts';
import { district } from '../../db/schema/district.ts';
import { valueMapping } from '../../db/schema/value-mapping.ts';
import { inOrder, type Scope } from '../access/scopes.ts';
import type { Actor, District } from '../context.ts';
import { districtIdOf } from '../district/district-id.ts';
import { BearerRefused } from '../http/refusals.ts';
import { shortIdOf, tokenHash } from './credentials.ts';
import { recordUse } from './record-use.ts';
import { OAUTH_TEXTS } from './texts.ts';

export interface Bearer {
  district: District;
  actor: Actor & { kind: 'client' };
  scopes: Scope[];
  /** The district's limit (API.md, *Conventions*). */
  callsPerMinute: number;
}

/** A refused call, with the district and client that its token names: the district's error log records it. */
export interface RefusedBearer {
  refusal: BearerRefused;
  district?: District;
  clientId?: string;
}

/**
 * Who calls with this `Authorization` header (RFC 6750). Token, secret and client are read at every call and never
 * cached: once a secret is revoked, its tokens fail on every instance (CRED-5).
 *
 * @param address the network address of the caller
 */
export async function authenticate(
  db: Database,
  authorization: string | null,
  now: Date,
  address = 'unknown',
): Promise<Bearer | RefusedBearer> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return { refusal: new BearerRefused(OAUTH_TEXTS.sendToken()) };
  const shortId = shortIdOf(token);
  const districtId = shortId && (await districtIdOf(db, shortId));
  if (!districtId) return { refusal: unknownToken() };

  return db.inDistrict(districtId, async (tx) => {
    const found = await tokenByHash.first(tx, { tokenHash: tokenHash(token) });
    if (!found) return { refusal: unknownToken() };
    const { shortId, appName, name, timeZone, callsPerMinute } = found;
    const district = { id: districtId, shortId, appName, name, timeZone };
    const issued = issuedOf(found);
    if (!issued) return { refusal: unknownToken(), district };
    const { clientRowId, clientId, clientName, secretId, scopes } = issued;
    const refusal = refusalOf(found, now);
    if (refusal) return { refusal, district, clientId };
    await recordUse(tx, { clientRowId, secretId, lastUsedAt: found.clientUsedAt, address, now });
    return {
      district,
      actor: { kind: 'client', id: clientRowId, name: clientName, clientId, mapsValues: found.mapsValues },
      callsPerMinute,
      scopes: inOrder(scopes),
    };
  });
}

/** The district, whose errors are logged even if the token is unknown, and its token with client and secret. */
const tokenByHash = defineQuery('an access token by its hash', (orm, p: Params<{ tokenHash: Buffer }>) => {
  const mapping = orm
    .select(ONE)
    .from(valueMapping)
    .where(and(inDistrict(valueMapping), eq(valueMapping.clientId, apiClient.id)));
  return orm
    .select({
      shortId: district.shortId,
      appName: district.appName,
      name: district.name,
      timeZone: district.timeZone,
      callsPerMinute: district.callsPerMinute,
      expiresAt: accessToken.expiresAt,
      revokedAt: accessToken.revokedAt,
      scopes: accessToken.scopes,
      clientRowId: apiClient.id,
      clientId: apiClient.clientId,
      clientName: apiClient.name,
      clientScopes: apiClient.scopes,
      clientExpiresAt: apiClient.expiresAt,
      clientDisabledAt: apiClient.disabledAt,
      clientUsedAt: apiClient.lastUsedAt,
      mapsValues: sql<boolean>`${exists(mapping)}`,
      secretId: apiClientSecret.id,
      secretExpiresAt: apiClientSecret.expiresAt,
      secretRevokedAt: apiClientSecret.revokedAt,
    })
    .from(district)
    .leftJoin(accessToken, and(inDistrict(accessToken), eq(accessToken.tokenHash, p.tokenHash)))
    .leftJoin(apiClient, and(inDistrict(apiClient), eq(apiClient.id, accessToken.clientId)))
    .leftJoin(apiClientSecret, and(inDistrict(apiClientSecret), eq(apiClientSecret.id, accessToken.secretId)))
    .where(eq(district.id, DISTRICT_ID));
});
type Found = Awaited<ReturnType<typeof tokenByHash>>[number];

/** The token's client and secret, and the scopes that both token and client have; undefined if there is no such token. */
function issuedOf({ clientRowId, clientId, clientName, clientScopes, secretId, scopes }: Found) {
  if (clientRowId === null || clientId === null || clientName === null) return undefined;
  if (clientScopes === null || secretId === null || scopes === null) return undefined;
  const both = scopes.filter((scope) => clientScopes.includes(scope));
  return { clientRowId, clientId, clientName, secretId, scopes: both };
}

function refusalOf(found: Found, now: Date): BearerRefused | undefined {
  const past = (moment: Date | null) => moment !== null && moment <= now;
  if (found.revokedAt || found.secretRevokedAt) return invalidToken(OAUTH_TEXTS.tokenRevoked());
  if (found.clientDisabledAt || past(found.clientExpiresAt))
    return invalidToken(OAUTH_TEXTS.clientDisabled());
  if (past(found.expiresAt) || past(found.secretExpiresAt)) return invalidToken(OAUTH_TEXTS.tokenExpired());
  return undefined;
}

const invalidToken = (detail: string) => new BearerRefused(detail, 'invalid_token');
const unknownToken = () => invalidToken(OAUTH_TEXTS.tokenUnknown());
