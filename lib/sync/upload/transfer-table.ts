import type { Context } from '../../context.ts';
import { Failure, type FieldError, Invalid } from '../../failure.ts';
import { dropFile } from '../../held-file/drop.ts';
import { holdFile } from '../../held-file/hold.ts';
import { readHeld } from '../../held-file/read.ts';
import type { SentTable } from '../../http/sent-table.ts';
import { clip } from '../../wire/pointer.ts';
import { assertTransfer } from '../run/assert-transfer.ts';
import { type ON_INVALID, type Transferred, transferStaff } from '../transfer/transfer.ts';
import { assertColumns, columnsLeftOut } from './columns-differ.ts';
import { FaultyRows } from './faulty-rows.ts';
import { namedMapping } from './named-mapping.ts';
import { type FileRecords, recordsOfFile, type StaffFile } from './records.ts';
import { rulesOf } from './rules.ts';
import { UPLOAD_TEXTS } from './texts.ts';

interface Given {
  /** By its name; without it the headers are the API's property names. */
  mapping?: string | undefined;
  runId?: string | undefined;
  onInvalid: (typeof ON_INVALID)[number];
}

/**
 * Stages the staff of a CSV file or workbook that is a call's body, whole or not at all, or sets aside those that can't be
 * staged (SYNC-2). Its errors name line and column.
 * @throws Conflict when the run takes no transfer now; NotFound without such a mapping; Invalid with every error of every
 *   row, or for a file without columns that the mapping uses; Unreadable, TooLarge for what is no table
 */
export async function transferTable(
  ctx: Context,
  table: SentTable,
  { mapping, runId, onInvalid }: Given,
): Promise<Transferred> {
  // What is held is not the call's outcome: it must not begin a call with an Idempotency-Key.
  const reading: Context = { ...ctx, db: { ...ctx.db, ...ctx.db.aside } };
  await assertTransfer(reading, runId);
  // Before the file arrives: a wrong name needs no 60 MB.
  const named = mapping === undefined ? null : await namedMapping(reading, mapping);
  const held = await holdFile(reading, { bytes: table, fileName: '', type: table.type });
  try {
    const file: StaffFile = { type: held.type, read: () => readHeld(reading, held) };
    const rules = await rulesOf(reading, file, named?.mapping ?? null);
    assertColumns(rules.missing);
    const read = recordsOfFile(file, rules.options);
    const faulty = new FaultyRows();
    try {
      const done = await transferStaff(ctx, {
        ...{ records: read.records, pointer: '', runId, onInvalid },
        placeOf: (index) => `on line ${read.places.line(index)}`,
        onFaulty(one) {
          read.note(one);
          faulty.keep(one);
        },
      });
      return { ...done, warnings: [...columnsLeftOut(rules.added), ...done.warnings] };
    } catch (error) {
      if (error instanceof Failure)
        await faulty.keepNamed(recordsOfFile(file, rules.options).records, error.errors);
      table.faulty = faulty.payload;
      if (error instanceof Failure) for (const one of error.errors) Object.assign(one, placeOf(one, read));
      throw error;
    }
  } finally {
    // The staff may be staged by now: a file that can't be dropped expires after a day.
    await dropFile(reading, held.id).catch(() => {});
  }
}

/** @throws Invalid for JSON and lines, whose properties have names */
export function refuseMapping(mapping: string | undefined): void {
  if (mapping === undefined) return;
  const message = UPLOAD_TEXTS.mappingOfTables();
  throw new Invalid(message, [{ pointer: '/mapping', code: 'invalid', message }]);
}

function placeOf(error: FieldError, { places, placeOf }: FileRecords): Pick<FieldError, 'line' | 'column'> {
  if (error.index === undefined) return {};
  const { line, column, columnIndex } = placeOf(error);
  return {
    line: line ?? places.line(error.index),
    ...(column && columnIndex !== null && { column: clip(column) }),
  };
}
