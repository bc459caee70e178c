import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fitMapping } from '../../lib/record/csv/fit-mapping.ts';
import { guessColumns, isColumnName } from '../../lib/record/csv/guess.ts';
import { codesOf, type KnownCodes } from '../../lib/record/csv/match-values.ts';
import { profileTable, valueRows } from '../../lib/record/csv/profile.ts';
import type { RecordOptions } from '../../lib/record/csv/read-table.ts';
import { openTable } from '../../lib/staff-file/open-table.ts';
import { fileMappingSchema } from '../../lib/sync/wizard/schema.ts';
import { CommandFailed, EXIT } from './exit.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * A first mapping for a file, to be corrected and used with `--map`: each column as what it most likely is.
 * @throws Unreadable
 */
export async function firstMapping(file: string) {
  const table = await openTable(createReadStream(file), { isName: isColumnName });
  const rows = valueRows(await profileTable(table, 0));
  const columns = guessColumns(table.header, rows, new Map(), { today: today() });
  return fileMappingSchema.parse({ columns: columns.map(({ by, ...column }) => column) });
}

/**
 * How a table is read: by a mapping of `firstMapping`, or its headers are the API's property names.
 * @param known the district's codes, which values are matched with
 * @throws CommandFailed for no mapping, or columns that the file lacks
 */
export async function rulesOfTable(
  file: string,
  mapFile: string | undefined,
  known: KnownCodes,
): Promise<RecordOptions> {
  if (mapFile === undefined) return { codes: codesOf(known), today: today() };
  const mapping = fileMappingSchema.safeParse(await jsonOf(mapFile));
  if (!mapping.success)
    throw new CommandFailed(EXIT.usage, `${mapFile} is no mapping. Make one with campus hr columns FILE.`, {
      facts: mapping.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, message })),
    });
  const { reading, fixed, values } = mapping.data;
  const { header } = await openTable(createReadStream(file), { ...reading, isName: isColumnName });
  const { columns, missing } = fitMapping(header, mapping.data);
  if (missing.length > 0)
    throw new CommandFailed(
      EXIT.usage,
      `${file} has no column ${missing.join(', ')}, which ${mapFile} uses.`,
    );
  return { ...reading, columns, fixed, codes: codesOf(known, values), today: today() };
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new CommandFailed(EXIT.usage, `${file} can't be read.`, { cause });
  }
}
