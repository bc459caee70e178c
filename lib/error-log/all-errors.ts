import type { Context } from '../context.ts';
import { ERROR_COLUMNS, type StoredRow } from './list-errors.ts';
import { conditionsOf } from './narrowing.ts';
import type { Narrowing } from './schema.ts';

const BATCH = 250;

export interface ExportedError extends StoredRow {
  /** As much of it as was asked for. */
  payload: string | null;
  payloadLength: number;
}

/**
 * All that the log is narrowed to, newest first, in batches that each are a transaction of their own.
 *
 * @param payloadCharacters how much of each payload comes along
 */
export async function* allErrors(
  ctx: Context,
  asked: Narrowing,
  { payloadCharacters }: { payloadCharacters: number },
): AsyncGenerator<ExportedError[]> {
  const { where, values } = await ctx.db.inDistrict(ctx.district.id, (tx) => conditionsOf(ctx, tx, asked));
  const next = values.length + 2;
  const text = (behind: string) =>
    `select ${ERROR_COLUMNS}, left(e.payload, ${payloadCharacters}) as payload,
            coalesce(length(e.payload), 0) as "payloadLength"
       from error_log e where e.district_id = $1${where}${behind}
      order by e.occurred_at desc, e.id desc limit ${BATCH}`;
  let last: ExportedError | undefined;
  do {
    const behind = last ? ` and (e.occurred_at, e.id) < ($${next}, $${next + 1}::uuid)` : '';
    const place = last ? [last.occurredAt, last.id] : [];
    const rows: ExportedError[] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      tx.rows(text(behind), [tx.districtId, ...values, ...place]),
    );
    if (rows.length > 0) yield rows;
    last = rows.length === BATCH ? rows.at(-1) : undefined;
  } while (last);
}
