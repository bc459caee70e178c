import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { Entry, Section } from './schema.ts';
import { fieldsOf } from './sections.ts';

/** What entries are narrowed to (VAL-3): a text in names and numbers, in any case; a field that differs. */
export interface EntryFilter {
  search?: string;
  field?: string;
}

export type StoredEntry = Entry & { section: Section; seq: number };

export const ENTRIES = `select d.section, d.seq, d.staff_number as "staffNumber", d.campus, d.hr, d.fields, d.why
  from difference d where d.district_id = $1 and d.validation_id = $2`;

export const shown = ({ section: _, seq: __, ...entry }: StoredEntry): Entry => entry;

export const isNarrowed = ({ search = '', field = '' }: EntryFilter): boolean =>
  search.trim() !== '' || field !== '';

/** Where entries of a section are looked for. */
export interface Place {
  validationId: string;
  section: Section;
}

/** `limit` entries behind the one at `after`, in report order. */
export function entriesBehind(
  tx: Transaction,
  { validationId, section }: Place,
  filter: EntryFilter,
  { after, limit }: { after: number; limit: number },
): Promise<StoredEntry[]> {
  const { where, values } = conditionsOf(filter, 6);
  return tx.rows(`${ENTRIES} and d.section = $3 and d.seq > $4${where} order by d.seq limit $5`, [
    tx.districtId,
    validationId,
    section,
    after,
    limit,
    ...values,
  ]);
}

export async function countEntries(
  tx: Transaction,
  { validationId, section }: Place,
  filter: EntryFilter,
): Promise<number> {
  const { where, values } = conditionsOf(filter, 4);
  const row = await tx.row<{ total: number }>(
    `select count(*) as total from difference d
      where d.district_id = $1 and d.validation_id = $2 and d.section = $3${where}`,
    [tx.districtId, validationId, section, ...values],
  );
  return row?.total ?? 0;
}

const BATCH = 250;

/** The whole of one section as narrowed, in batches that each are a transaction of their own. */
export async function* allEntries(ctx: Context, place: Place, filter: EntryFilter): AsyncGenerator<Entry[]> {
  let after: number | undefined = -1;
  while (after !== undefined) {
    const from: number = after;
    const rows: StoredEntry[] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      entriesBehind(tx, place, filter, { after: from, limit: BATCH }),
    );
    if (rows.length > 0) yield rows.map(shown);
    after = rows.length === BATCH ? rows.at(-1)?.seq : undefined;
  }
}

/** Conditions on `difference d`; their parameters begin with number `first`. */
function conditionsOf({ search = '', field = '' }: EntryFilter, first: number) {
  const text = search.trim().toLowerCase();
  const values = [...(text ? [text] : []), ...(field ? [arrayLiteral(fieldsOf(field))] : [])];
  const bySearch = text ? ` and position($${first} in d.search_text) > 0` : '';
  const byField = field ? ` and d.fields && $${first + values.length - 1}::text[]` : '';
  return { where: bySearch + byField, values };
}
