import { sql } from 'drizzle-orm';
import { defineQuery, type Params } from '../../db/query.ts';
import type { District } from '../context.ts';
import { createDistrict, type NewDistrict } from '../setup/create-district.ts';
import { type OperatorContext, operatorName } from './context.ts';
import type { AdminLink } from './schema.ts';

const open = defineQuery(
  'make a district for an operator',
  (orm, p: Params<Omit<District, 'id'> & { made: string; token: Buffer; address: string | null }>) =>
    orm
      .select({ opened: sql<boolean>`opened` })
      .from(
        sql`app.open_district(${p.token}::bytea, ${p.made}::uuid, ${p.shortId}::text, ${p.appName}::text, ${p.name}::text, ${p.timeZone}::text, ${p.address}::text) as opened`,
      ),
);

/** Makes an empty district, as `campus district create` does, while the operator's session lives. @throws Invalid, Conflict */
export async function newDistrict(ctx: OperatorContext, asked: NewDistrict): Promise<AdminLink> {
  const { operator, address = null } = ctx;
  const made = await createDistrict(ctx.db, ctx.keys, asked, {
    name: operatorName(operator),
    address: ctx.address,
    insert: (tx, { id, ...row }) => open(tx, { ...row, made: id, token: operator.token, address }),
  });
  return { appName: made.district.appName, username: made.adminUsername, ...made.invitation };
}
