import type { Context } from '../../context.ts';
import { type FieldError, Invalid, TooLarge, Unreadable } from '../../failure.ts';
import type { SentBytes } from '../../http/sent-bytes.ts';
import { type ON_INVALID, transferStaff } from '../transfer/transfer.ts';
import { readMapping } from './mapping.ts';
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
    const { records, places, note } = read;
    const placeOf = (index: number) => `on line ${places.line(index)}`;
    const done = await transferStaff(ctx, { records, pointer: '', placeOf, onInvalid, onFaulty: note });
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

/** In the file's order. Of a number that is there twice all rows are bad: setting them aside sets aside them all (SYNC-2). */
function badRows(errors: readonly FieldError[], { places, columnOf }: FileRecords): BadRow[] {
  const rows = new Map<number, BadRow>();
  const add = (index: number, error: FieldError, message: string) => {
    const row = rows.get(index) ?? {
      line: places.line(index),
      bytes: places.bytes(index),
      staffNumber: error.staffNumber ?? null,
      errors: [],
    };
    rows.set(index, row);
    const { code, hint } = error;
    row.errors.push({ column: columnOf(error), code, message, ...(hint && { hint }) });
  };
  const twice = new Set<number>();
  for (const error of errors) {
    const { index = 0, otherIndex, message } = error;
    if (otherIndex === undefined) {
      add(index, error, message);
      continue;
    }
    const number = `Staff number ${error.staffNumber}`;
    add(index, error, `${number} is already on line ${places.line(otherIndex)}.`);
    if (!twice.has(otherIndex)) add(otherIndex, error, `${number} is also on line ${places.line(index)}.`);
    twice.add(otherIndex);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
