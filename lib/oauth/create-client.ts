import type { Transaction } from '../../db/client.ts';
import { SCOPES, type Scope } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import { newClientId, newClientSecret, sealSecret, secretCheck } from './credentials.ts';

export interface NewClient {
  id: string;
  clientId: string;
  /** Readable here and by *Show Secret* only: stored sealed. */
  clientSecret: string;
}

/** Makes a client of the API with its first secret, in the caller's transaction. */
export async function createClient(
  ctx: Context,
  tx: Transaction,
  { name, scopes = [...SCOPES] }: { name: string; scopes?: Scope[] },
): Promise<NewClient> {
  const client = { id: ctx.newId(), clientId: newClientId(ctx.district.shortId) };
  await tx.run(
    `insert into api_client (district_id, id, client_id, name, scopes, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.districtId, client.id, client.clientId, name, scopes, ctx.now],
  );
  return { ...client, clientSecret: await addSecret(ctx, tx, client.id) };
}

/** One more secret of a client, in clear. What becomes of the older ones is the caller's to say (CRED-5, CRED-6). */
export async function addSecret(ctx: Context, tx: Transaction, clientRowId: string): Promise<string> {
  const id = ctx.newId();
  const secret = newClientSecret();
  await tx.run(
    `insert into api_client_secret (district_id, id, client_id, cipher, check_hash, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      tx.districtId,
      id,
      clientRowId,
      sealSecret(ctx.keys, tx.districtId, id, secret),
      secretCheck(ctx.keys, tx.districtId, secret),
      ctx.now,
    ],
  );
  return secret;
}
