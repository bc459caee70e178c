import type { Context } from '../../context.ts';
import { type FieldError, Invalid, TooLarge, Unreadable } from '../../failure.ts';
import type { SentBytes } from '../../http/sent-bytes.ts';
import { type ON_INVALID, transferStaff } from '../transfer/transfer.ts';
import { readMapping } from './mapping.ts';
import type { Places } from './places.ts';
import { type FileRecords, recordsOfFile } from './records.ts';
import type { BadRow, Uploaded } from './schema.ts';

/**
 * *Transfer Staff Via File Upload* (SYNC-12): stages a file's staff as a call of the API does, whole or not at all
 * (SYNC-2). Rows that can't be staged are the answer, each with its line and columns.
 *
 * @param mapping what a CSV file's columns are (mapping.ts); without it its headers are the API's property names
 * @throws Conflict when the run takes no transfer now; Unreadable for what is no file of its type
 */
export async function uploadStaff(
  ctx: Context,
  { file, mapping, onInvalid }: { file: SentBytes; mapping?: string; onInvalid: (typeof ON_INVALID)[number] },
): Promise<Uploaded> {
  const meanings = mapping && (await ctx.db.inDistrict(ctx.district.id, (tx) => readMapping(tx, mapping)));
  const read = recordsOfFile(file, meanings || undefined);
  try {
    const { records } = read;
    const done = await transferStaff(ctx, { records, pointer: '', onInvalid, onFaulty: read.note });
    return { outcome: 'staged', ...done };
  } catch (error) {
    const ofRecords = (error as { errors?: FieldError[] }).errors?.every(({ index }) => index !== undefined);
    if (!(error instanceof Invalid || error instanceof Unreadable || error instanceof TooLarge)) throw error;
    if (!ofRecords || error.errors.length === 0) throw error;
    return {
      outcome: 'refused',
      detail: error.message,
      rows: badRows(error.errors, read),
      complete: !(error instanceof TooLarge),
      canSetAside: error instanceof Invalid,
    };
  }
}

/** A staffNumber sent twice names the other record's line: nobody counts the records of a file. */
const saidByLine = ({ code, message, otherIndex, staffNumber }: FieldError, { line }: Places): string =>
  otherIndex === undefined || code !== 'duplicateStaffNumber'
    ? message
    : `staffNumber ${JSON.stringify(staffNumber)} is already on line ${line(otherIndex)}.`;

/** In the file's order. */
function badRows(errors: readonly FieldError[], { places, columnOf }: FileRecords): BadRow[] {
  const rows = new Map<number, BadRow>();
  for (const error of errors) {
    const index = error.index ?? 0;
    const row = rows.get(index) ?? {
      line: places.line(index),
      bytes: places.bytes(index),
      staffNumber: error.staffNumber ?? null,
      errors: [],
    };
    rows.set(index, row);
    const { code, hint } = error;
    row.errors.push({
      column: columnOf(error),
      code,
      message: saidByLine(error, places),
      ...(hint && { hint }),
    });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
