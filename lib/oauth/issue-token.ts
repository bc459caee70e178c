import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { accessToken } from '../../db/schema/client.ts';
import { inOrder, isScope, type Scope } from '../access/scopes.ts';
import type { District } from '../context.ts';
import { networkAddress } from '../http/network-address.ts';
import type { Server } from '../http/server.ts';
import { newId } from '../new-id.ts';
import { type AuthenticClient, authenticateClient } from './authenticate-client.ts';
import { clientAuthentication } from './client-authentication.ts';
import { newAccessToken, tokenHash } from './credentials.ts';
import type { Parameters } from './form-parameters.ts';
import { invalidClient, OAuthError } from './oauth-error.ts';
import { recordUse } from './record-use.ts';
import { OAUTH_TEXTS } from './texts.ts';

const LIFETIME_SECONDS = 3600;

interface TokenRow {
  id: string;
  tokenHash: Buffer;
  clientId: string;
  secretId: string;
  scopes: readonly Scope[];
  issuedAt: Date;
  expiresAt: Date;
}
const insertToken = defineCommand('insert an access token', (orm, p: Params<TokenRow>) =>
  orm.insert(accessToken).values({
    districtId: DISTRICT_ID,
    id: p.id,
    tokenHash: p.tokenHash,
    clientId: p.clientId,
    secretId: p.secretId,
    scopes: p.scopes,
    issuedAt: p.issuedAt,
    expiresAt: p.expiresAt,
  }),
);

/** RFC 6749 §5.1. */
export interface IssuedToken {
  access_token: string;
  token_type: 'Bearer';
  /** Seconds. */
  expires_in: number;
  scope: string;
}

export interface TokenRequest {
  headers: Headers;
  form: Parameters;
  /** The one that the Token URL names; undefined if it names none. */
  district: District | undefined;
}

/** The client credentials grant (RFC 6749 §4.4). @throws OAuthError for what the client did wrong */
export async function issueToken(
  server: Server,
  { headers, form, district }: TokenRequest,
): Promise<IssuedToken> {
  const credentials = clientAuthentication(headers, form);
  if (!district) throw invalidClient();
  const now = server.now();
  return server.db.inDistrict(district.id, async (tx) => {
    const client = await authenticateClient(tx, server.keys, credentials, now);
    assertGrantType(form);
    const scopes = grantedScopes(form, client);
    const token = { value: newAccessToken(district.shortId), scopes, ...lifetime(client, now) };
    await store(tx, client, token);
    await recordUse(tx, {
      clientRowId: client.id,
      secretId: client.secretId,
      lastUsedAt: client.lastUsedAt,
      address: networkAddress(headers),
      now,
    });
    return {
      access_token: token.value,
      token_type: 'Bearer',
      expires_in: token.seconds,
      scope: scopes.join(' '),
    };
  });
}

function assertGrantType(form: Parameters): void {
  const grant = form.get('grant_type');
  if (grant === undefined) throw new OAuthError('invalid_request', OAUTH_TEXTS.noGrantType());
  if (grant !== 'client_credentials')
    throw new OAuthError('unsupported_grant_type', OAUTH_TEXTS.otherGrantType());
}

/** The scopes the client asks for, which it must have (RFC 6749 §3.3); all it has if it asks for none. */
function grantedScopes(form: Parameters, client: AuthenticClient): Scope[] {
  const allowed = inOrder(client.scopes);
  const asked = form.get('scope')?.split(' ');
  if (!asked) return allowed;
  if (!asked.every((scope) => isScope(scope) && allowed.includes(scope)))
    throw new OAuthError('invalid_scope', OAUTH_TEXTS.scopesAllowed(allowed));
  return inOrder(asked);
}

/** An hour, or the rest of its secret's overlap: a token never outlives its secret. */
function lifetime({ secretExpiresAt }: AuthenticClient, issuedAt: Date) {
  const left = secretExpiresAt ? (secretExpiresAt.getTime() - issuedAt.getTime()) / 1000 : LIFETIME_SECONDS;
  const seconds = Math.min(LIFETIME_SECONDS, Math.floor(left));
  return { seconds, issuedAt, expiresAt: new Date(issuedAt.getTime() + seconds * 1000) };
}

async function store(
  tx: Transaction,
  client: AuthenticClient,
  token: { value: string; scopes: Scope[]; issuedAt: Date; expiresAt: Date },
): Promise<void> {
  await insertToken(tx, {
    id: newId(),
    tokenHash: tokenHash(token.value),
    clientId: client.id,
    secretId: client.secretId,
    scopes: token.scopes,
    issuedAt: token.issuedAt,
    expiresAt: token.expiresAt,
  });
}
