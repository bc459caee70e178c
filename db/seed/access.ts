import type { Context } from '../../lib/context.ts';
import { createClient } from '../../lib/oauth/create-client.ts';
import type { Transaction } from '../client.ts';
import { createFirstAdmin } from './first-admin.ts';

/** How an admin and an HR vendor get into a district that was just made. In clear here and nowhere else. */
export interface Access {
  appName: string;
  adminUsername: string;
  adminPassword: string;
  clientId: string;
  clientSecret: string;
}

export async function giveAccess(ctx: Context, tx: Transaction): Promise<Access> {
  const admin = await createFirstAdmin(ctx, tx);
  const client = await createClient(ctx, tx, { name: 'HR System' });
  return {
    appName: ctx.district.appName,
    adminUsername: admin.username,
    adminPassword: admin.password,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
  };
}
