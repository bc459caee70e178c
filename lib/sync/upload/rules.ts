import type { Context } from '../../context.ts';
import { fitMapping } from '../../record/csv/fit-mapping.ts';
import { isColumnName } from '../../record/csv/guess.ts';
import { codesOf } from '../../record/csv/match-values.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import type { RecordOptions } from '../../record/csv/read-table.ts';
import { listChoices } from '../../reference/choices.ts';
import { openTable } from '../../staff-file/open-table.ts';
import { dateIn } from '../../time/date-in.ts';
import { isTable } from './file-types.ts';
import type { StaffFile } from './records.ts';

/** How a mapping reads a file, and where the two differ. */
export interface FileRules {
  options: RecordOptions;
  /** Headers, as in FittedMapping. */
  missing: string[];
  added: string[];
}

/**
 * A mapping as rules for one file, by its headers.
 * @param mapping null: the headers are the API's property names
 * @throws Unreadable for what is no staff file
 */
export async function rulesOf(
  ctx: Context,
  file: StaffFile,
  mapping: FileMapping | null,
): Promise<FileRules> {
  const known = await listChoices(ctx);
  const today = dateIn(ctx.district.timeZone, ctx.now);
  if (!mapping || !isTable(file.type))
    return { options: { today, codes: codesOf(known) }, missing: [], added: [] };
  const { reading, fixed, values } = mapping;
  const { header } = await openTable(file.read(), { ...reading, isName: isColumnName });
  const { columns, missing, added } = fitMapping(header, mapping);
  return { options: { ...reading, columns, fixed, codes: codesOf(known, values), today }, missing, added };
}
