import { and, count, eq, isNotNull, isNull, notExists, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ONE } from '../../db/conditions.ts';
import { orm as builder } from '../../db/orm.ts';
import { defineQuery } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { linkedIdentity } from '../../db/schema/single-sign-on.ts';
import type { Context } from '../context.ts';
import { entityId, redirectUri } from './addresses.ts';
import { readProvider } from './provider-row.ts';
import { describeCertificate } from './saml/certificate.ts';
import type { Certificate, Connection, SingleSignOn } from './schema.ts';

const linkOf = builder
  .select(ONE)
  .from(linkedIdentity)
  .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, appUser.id)));

/** Who could be an emergency admin: those alone can always sign in by a password and a second factor. */
const candidates = defineQuery('who may be an emergency admin', (orm) =>
  orm
    .select({ id: appUser.id, name: appUser.name, username: appUser.username, chosen: appUser.emergency })
    .from(toolRight)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, toolRight.userId)))
    .where(
      and(
        inDistrict(toolRight),
        eq(toolRight.right, 'User Security'),
        or(
          eq(appUser.emergency, true),
          and(
            isNull(appUser.disabledAt),
            isNotNull(appUser.passwordHash),
            isNotNull(appUser.totpSince),
            notExists(linkOf),
          ),
        ),
      ),
    )
    .orderBy(appUser.name, appUser.id),
);
const linked = defineQuery('how many users are linked', (orm) =>
  orm.select({ users: count() }).from(linkedIdentity).where(inDistrict(linkedIdentity)),
);

/** How the district's users sign in; never the secret. */
export const readSingleSignOn = (ctx: Context): Promise<SingleSignOn> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => readSingleSignOnIn(ctx, tx));

/** The same, in the caller's transaction. */
export async function readSingleSignOnIn(ctx: Context, tx: Transaction): Promise<SingleSignOn> {
  const [row, links, emergencyAdmins] = await Promise.all([
    readProvider(tx),
    linked.first(tx),
    candidates(tx),
  ]);
  return {
    provider: row
      ? {
          ...row.settings,
          hasSecret: row.secretCipher !== null,
          certificates: certificatesOf(row.settings.connection),
          enabled: row.enabled,
          passwordsOff: row.passwordsOff,
          testedAt: row.testedAt?.toISOString() ?? null,
        }
      : null,
    redirectUri: redirectUri(ctx.publicUrl ?? '', ctx.district),
    entityId: entityId(ctx.publicUrl ?? '', ctx.district),
    linkedUsers: links?.users ?? 0,
    emergencyAdmins,
  };
}

const certificatesOf = (connection: Connection): Certificate[] =>
  connection.protocol === 'saml'
    ? connection.certificates.map(describeCertificate).filter((one) => one !== undefined)
    : [];
