import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { conditionsOf } from './narrowing.ts';
import type { ErrorRow, ErrorsFound, Narrowing } from './schema.ts';

export const ERROR_COLUMNS = `e.id, e.occurred_at as "occurredAt", e.action, e.path, e.status, e.message,
  e.staff_number as "staffNumber", e.request_id as "requestId", e.payload is not null as "hasPayload"`;

export type StoredRow = Omit<ErrorRow, 'occurredAt'> & { occurredAt: Date };

/** One page of the log, newest first, and whether there are more (ERR-1, ERR-3). */
export const listErrors = (
  ctx: Context,
  { page, limit, ...asked }: Narrowing & { page: number; limit: number },
): Promise<ErrorsFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await errorRows(ctx, tx, asked, { limit: limit + 1, offset: (page - 1) * limit });
    return { data: rows.slice(0, limit).map(shown), more: rows.length > limit };
  });

async function errorRows(
  ctx: Context,
  tx: Transaction,
  asked: Narrowing,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredRow[]> {
  const { where, values } = await conditionsOf(ctx, tx, asked);
  return tx.rows(
    `select ${ERROR_COLUMNS} from error_log e where e.district_id = $1${where}
      order by e.occurred_at desc, e.id desc limit ${limit} offset ${offset}`,
    [tx.districtId, ...values],
  );
}

const shown = (row: StoredRow): ErrorRow => ({ ...row, occurredAt: row.occurredAt.toISOString() });

/** How many entries there are in all, whatever page. */
export const countErrors = (ctx: Context, asked: Narrowing): Promise<number> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { where, values } = await conditionsOf(ctx, tx, asked);
    const row = await tx.row<{ total: number }>(
      `select count(*) as total from error_log e where e.district_id = $1${where}`,
      [tx.districtId, ...values],
    );
    return row?.total ?? 0;
  });
