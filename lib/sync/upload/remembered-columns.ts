import { and, desc, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { columnMapping } from '../../../db/schema/staging.ts';
import type { Remembered } from '../../record/csv/guess.ts';
import { headerKey } from '../../record/csv/header-key.ts';

const confirmed = (property: 'key' | 'property' | 'dates' | 'blanks') => sql.raw(`c ->> '${property}'`);

const lastConfirmed = defineQuery(
  'what headers were confirmed as last',
  (orm, p: Params<{ keys: readonly string[] }>) =>
    orm
      .selectDistinctOn([sql`${confirmed('key')}`], {
        key: sql<string>`${confirmed('key')}`,
        property: sql<Remembered['property']>`${confirmed('property')}`,
        dates: sql<Remembered['dates']>`${confirmed('dates')}`,
        blanks: sql<Remembered['blanks'] | null>`${confirmed('blanks')}`,
        placeholders: sql<Remembered['placeholders'] | null>`c -> 'placeholders'`,
      })
      .from(columnMapping)
      .crossJoinLateral(sql`jsonb_array_elements(${columnMapping.columns}) c`)
      .where(and(inDistrict(columnMapping), sql`${confirmed('key')} = any(${p.keys}::text[])`))
      .orderBy(sql`${confirmed('key')}`, desc(columnMapping.confirmedAt), desc(columnMapping.id)),
);

/** What was confirmed last for each of these headers, by `headerKey`. */
export async function rememberedColumns(
  tx: Transaction,
  headers: readonly string[],
): Promise<Map<string, Remembered>> {
  const rows = await lastConfirmed(tx, { keys: headers.map(headerKey) });
  return new Map(
    rows.map(({ key, blanks, placeholders, ...remembered }) => [
      key,
      { ...remembered, blanks: blanks ?? undefined, placeholders: placeholders ?? undefined },
    ]),
  );
}
