import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { KINDS } from '../retention/kinds.ts';

/*
 * The tables are the migrations' own, and the app's role has no right on them: a function removes what is old
 * (db/migrations/0069_operators_by_age.sql). Its times are the database's.
 */
const removeOld = defineQuery(
  'remove old sessions and deeds of operators',
  (orm, p: Params<{ days: number }>) =>
    orm
      .select({ removed: sql<number>`removed` })
      .from(sql`app.remove_old_operators(${p.days}::integer) as removed`),
);

/**
 * Removes operators' sessions and links a week after their end. What operators did is kept as long as an audit log by default:
 * it belongs to no district, whose days somebody could choose.
 */
export async function removeOldOperators(db: Database): Promise<void> {
  await removeOld(db, { days: KINDS.audit.days });
}
