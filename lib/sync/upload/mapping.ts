import { createHash } from 'node:crypto';
import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { type FieldError, Invalid, NotFound } from '../../failure.ts';
import { readHeader } from '../../record/csv/column.ts';
import type { Remembered } from '../../record/csv/guess.ts';
import { headerKey } from '../../record/csv/header-key.ts';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import { missingProperties } from '../../record/csv/missing.ts';
import { NEEDED } from '../../record/csv/properties.ts';
import type { Mapping } from './schema.ts';

/** A district keeps so many; the oldest go. */
const MOST_KEPT = 200;

/**
 * Keeps what the columns of a file are, as an admin confirmed it: an upload names it by its id, and the next file's
 * columns of the same headers are guessed by it. What is kept never changes, so that nobody's upload is read by what
 * another admin confirms meanwhile.
 * @throws Invalid with the column for one that is no property, for two that are the same, and for what is missing
 */
export async function keepMapping(ctx: Context, { columns }: Mapping): Promise<{ id: string }> {
  const errors = mappingErrors(columns);
  if (errors.length > 0) throw new Invalid(errors[0]?.message ?? '', errors);
  const kept = JSON.stringify(columns.map((column) => ({ ...column, key: headerKey(column.header) })));
  const contentKey = createHash('sha256').update(kept).digest('hex');
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await tx.row<{ id: string }>(
      `insert into column_mapping (district_id, id, content_key, columns, confirmed_at, confirmed_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (district_id, content_key) do update
          set confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by
       returning id`,
      [tx.districtId, ctx.newId(), contentKey, kept, ctx.now, ctx.actor.name],
    );
    await tx.run(
      `delete from column_mapping where district_id = $1 and id in (
         select id from column_mapping where district_id = $1 order by confirmed_at desc, id desc offset $2)`,
      [tx.districtId, MOST_KEPT],
    );
    return row as { id: string };
  });
}

/** @throws NotFound when it is not this district's, or was too old to be kept */
export async function readMapping(tx: Transaction, id: string): Promise<ColumnMeaning[]> {
  const row = await tx.row<{ columns: ColumnMeaning[] }>(
    'select columns from column_mapping where district_id = $1 and id = $2',
    [tx.districtId, id],
  );
  if (!row) throw new NotFound('What the columns are is not known any more. Choose the file again.');
  return row.columns;
}

/** What was confirmed last for each of these headers, by `headerKey`. */
export async function rememberedColumns(
  tx: Transaction,
  headers: readonly string[],
): Promise<Map<string, Remembered>> {
  const rows = await tx.rows<Remembered & { key: string }>(
    `select distinct on (c ->> 'key') c ->> 'key' as key, c ->> 'property' as property, c ->> 'dates' as dates
       from column_mapping m cross join lateral jsonb_array_elements(m.columns) c
      where m.district_id = $1 and c ->> 'key' in (select jsonb_array_elements_text($2::jsonb))
      order by c ->> 'key', m.confirmed_at desc, m.id desc`,
    [tx.districtId, JSON.stringify(headers.map(headerKey))],
  );
  return new Map(rows.map(({ key, ...remembered }) => [key, remembered]));
}

function mappingErrors(columns: readonly ColumnMeaning[]): FieldError[] {
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  for (const [index, { header, property }] of columns.entries()) {
    if (property === null) continue;
    const pointer = `/columns/${index}/property`;
    const column = readHeader(property);
    if ('unknown' in column) {
      const message = `“${property}” is no property of a staff member.`;
      errors.push({ pointer, code: 'unknownColumn', message });
      continue;
    }
    const before = met.get(column.property);
    if (before !== undefined) {
      const message = `The columns “${before}” and “${header}” are both ${column.property}.`;
      errors.push({ pointer, code: 'columnTwice', message });
    }
    met.set(column.property, header);
  }
  for (const name of missingProperties(NEEDED, [...met.keys()]))
    errors.push({
      pointer: '/columns',
      code: 'columnMissing',
      message: `No column is ${name}, which is required.`,
    });
  return errors;
}
