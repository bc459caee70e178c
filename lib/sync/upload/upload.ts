import type { Context } from '../../context.ts';
import { recordUpload } from '../../error-log/record-upload.ts';
import { type FieldError, Invalid, TooLarge, Unreadable } from '../../failure.ts';
import type { RecordOptions } from '../../record/csv/read-table.ts';
import type { FaultyRecord } from '../transfer/sent-record.ts';
import { type ON_INVALID, type Transfer, transferStaff } from '../transfer/transfer.ts';
import { FaultyRows } from './faulty-rows.ts';
import { type FileRecords, recordsOfFile, type StaffFile } from './records.ts';
import type { BadRow, Uploaded } from './schema.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** How a file is transferred, as `Transfer` has it. */
export interface Upload {
  onInvalid: (typeof ON_INVALID)[number];
  setsUnreadableAside?: boolean;
  /** The run that is meant; without it the live one. */
  runId?: string | undefined;
  beforePublish?: Transfer['beforePublish'];
}

/**
 * *Transfer Staff Via File Upload* (SYNC-12): stages a file's staff as a call of the API does, whole or not at all
 * (SYNC-2). Rows that can't be staged are the answer, each with its line and columns, and are in the error log (ERR-1).
 *
 * @throws Conflict when the run takes no transfer now; Unreadable for what is no file of its type
 */
export async function uploadStaff(
  ctx: Context,
  file: StaffFile,
  options: RecordOptions,
  how: Upload,
): Promise<Uploaded> {
  const read = recordsOfFile(file, options);
  const faulty = new FaultyRows();
  const log = (message: string, errors?: readonly FieldError[]) =>
    recordUpload(ctx.db, ctx.district.id, {
      at: ctx.now,
      requestId: ctx.requestId ?? null,
      status: 422,
      message,
      errors: faulty.inPayload(errors),
      payload: faulty.payload,
    });
  try {
    const { records, places, note } = read;
    const placeOf = (index: number) => `on line ${places.line(index)}`;
    const onFaulty = (one: FaultyRecord) => {
      note(one);
      faulty.keep(one);
    };
    const done = await transferStaff(ctx, { ...how, records, pointer: '', placeOf, onFaulty });
    if (done.setAsideOfCall > 0) await log(UPLOAD_TEXTS.setAside(done.setAsideOfCall));
    return { outcome: 'staged', ...done, recognized: read.recognized() };
  } catch (error) {
    const ofRecords = (error as { errors?: FieldError[] }).errors?.every(({ index }) => index !== undefined);
    if (!(error instanceof Invalid || error instanceof Unreadable || error instanceof TooLarge)) throw error;
    if (!ofRecords || error.errors.length === 0) throw error;
    const rows = badRows(error.errors, read);
    await faulty.keepNamed(recordsOfFile(file, options).records, error.errors);
    await log(UPLOAD_TEXTS.refused(rows.length), error.errors);
    return {
      outcome: 'refused',
      detail: error.message,
      recognized: read.recognized(),
      rows,
      complete: !(error instanceof TooLarge),
    };
  }
}

/**
 * In the file's order. Of a number that is there twice all rows are bad, and of a person with several rows each of
 * them: setting one aside sets aside them all (SYNC-2).
 */
function badRows(errors: readonly FieldError[], read: FileRecords): BadRow[] {
  const { places, placeOf, said } = read;
  const rows = new Map<number, BadRow>();
  const add = (index: number, error: FieldError, message: string) => {
    const lines = places.lines(index);
    const { line: own, column } = placeOf(error);
    const at = own ?? lines[0] ?? 0;
    for (const line of lines) {
      const row = rows.get(line) ?? { line, staffNumber: error.staffNumber ?? null, errors: [] };
      rows.set(line, row);
      const { code, hint } = error;
      if (line === at) row.errors.push({ column, code, ...said({ code, message, hint }) });
    }
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
  for (const row of rows.values())
    if (row.errors.length === 0)
      row.errors.push({ column: null, code: 'invalid', message: UPLOAD_TEXTS.otherRow() });
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
