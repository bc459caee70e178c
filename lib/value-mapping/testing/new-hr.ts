import type { Context } from '../../context.ts';
import { newClient } from '../../credentials/new-client.ts';

/** An HR system that calls with all scopes, and whose values may be mapped. */
export async function newHr(ctx: Context, name = 'Payroll'): Promise<Context> {
  const { id, clientId } = await newClient(ctx, {
    name,
    scopes: ['staff.read', 'staff.write', 'staff.sync'],
    expiresOn: null,
  });
  return { ...ctx, actor: { kind: 'client', id, clientId, name, mapsValues: true } };
}
