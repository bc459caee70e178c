import type { Context } from '../../context.ts';
import { TooLarge } from '../../failure.ts';
import { type GuessedColumn, guessColumns, isColumnName } from '../../record/csv/guess.ts';
import { type FileMapping, MAX_COLUMNS } from '../../record/csv/meaning.ts';
import { profileTable, type TableProfile, valueRows } from '../../record/csv/profile.ts';
import { TABLE_TEXTS } from '../../record/csv/texts.ts';
import { listChoices } from '../../reference/choices.ts';
import { openTable } from '../../staff-file/open-table.ts';
import type { StaffTable } from '../../staff-file/table.ts';
import { dateIn } from '../../time/date-in.ts';
import { rememberedColumns } from './remembered-columns.ts';

/** A table that was read to its end. */
export interface LookedTable {
  table: Omit<StaffTable, 'rows'>;
  profile: TableProfile;
  /** What each column most likely is. */
  columns: GuessedColumn[];
}

const ROWS_SHOWN = 5;

/**
 * Reads a whole table, because its last rows may show how a column writes its dates, and guesses its columns. Keeps nothing.
 * @throws Unreadable for what is no table; TooLarge for more columns than anybody's file has
 */
export async function lookAtTable(
  ctx: Context,
  source: AsyncIterable<Uint8Array>,
  reading: FileMapping['reading'] = {},
): Promise<LookedTable> {
  const table = await openTable(source, { ...reading, isName: isColumnName });
  const { header } = table;
  if (header.length > MAX_COLUMNS) throw new TooLarge(TABLE_TEXTS.tooManyColumns(header.length, MAX_COLUMNS));
  const profile = await profileTable(table, ROWS_SHOWN);
  const remembered = await ctx.db.inDistrict(ctx.district.id, (tx) => rememberedColumns(tx, header));
  const columns = guessColumns(header, valueRows(profile), remembered, {
    codes: await listChoices(ctx),
    today: dateIn(ctx.district.timeZone, ctx.now),
  });
  return { table, profile, columns };
}
