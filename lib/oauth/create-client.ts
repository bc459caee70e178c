import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { apiClient, apiClientSecret } from '../../db/schema/client.ts';
import { SCOPES, type Scope } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import { newClientId, newClientSecret, sealSecret, secretCheck } from './credentials.ts';

const insertClient = defineCommand(
  'insert a client',
  (orm, p: Params<{ id: string; clientId: string; name: string; scopes: readonly Scope[]; now: Date }>) =>
    orm.insert(apiClient).values({
      districtId: DISTRICT_ID,
      id: p.id,
      clientId: p.clientId,
      name: p.name,
      scopes: p.scopes,
      createdAt: p.now,
    }),
);
const insertSecret = defineCommand(
  'insert a client secret',
  (orm, p: Params<{ id: string; clientId: string; cipher: Buffer; checkHash: Buffer; now: Date }>) =>
    orm.insert(apiClientSecret).values({
      districtId: DISTRICT_ID,
      id: p.id,
      clientId: p.clientId,
      cipher: p.cipher,
      checkHash: p.checkHash,
      createdAt: p.now,
    }),
);

export interface NewClient {
  id: string;
  clientId: string;
  /** In clear. It is stored sealed; only *Show Secret* reveals it again. */
  clientSecret: string;
}

/** Creates a client of the API with its first secret, in the caller's transaction. */
export async function createClient(
  ctx: Context,
  tx: Transaction,
  { name, scopes = [...SCOPES] }: { name: string; scopes?: Scope[] },
): Promise<NewClient> {
  const client = { id: ctx.newId(), clientId: newClientId(ctx.district.shortId) };
  await insertClient(tx, { ...client, name, scopes, now: ctx.now });
  return { ...client, clientSecret: await addSecret(ctx, tx, client.id) };
}

/** Adds a secret to a client and returns it in clear. The caller revokes or ends the others (CRED-5, CRED-6). */
export async function addSecret(ctx: Context, tx: Transaction, clientRowId: string): Promise<string> {
  const id = ctx.newId();
  const secret = newClientSecret();
  await insertSecret(tx, {
    id,
    clientId: clientRowId,
    cipher: sealSecret(ctx.keys, tx.districtId, id, secret),
    checkHash: secretCheck(ctx.keys, tx.districtId, secret),
    now: ctx.now,
  });
  return secret;
}
