import { rowInserter } from '../../../db/insert-rows.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import { assertOpen, type OpenCall } from './open-call.ts';
import type { ValidRecord } from './sent-record.ts';
import { ROW_BYTES, takeSpace } from './staging-space.ts';

const insertStaged = rowInserter(
  stagedStaff,
  [
    ...(['callId', 'line', 'runId', 'staffNumberKey', 'record', 'sent'] as const),
    ...(['ssnCipher', 'ssnIndex', 'ssnLast4', 'newTitles', 'sentDigest', 'readOn', 'changesOn'] as const),
    'warnings',
  ],
  ['record', 'sent', 'newTitles', 'warnings'],
);
type StagedRow = Parameters<typeof insertStaged>[1][number];

/** A connection is held while a slice is copied: for about 50 ms. */
const SLICE_RECORDS = 1_000;
const SLICE_CHARS = 4 * 1024 * 1024;

/**
 * Copies a call's records that were read into the staging; nobody sees them before the call is published. They are collected first and then
 * copied slice by slice, each in a transaction of its own, so that a slow sender holds no connection. One slice is
 * copied while the next is collected.
 * @returns how many records there were
 * @throws Conflict if the staging was cleared meanwhile; TooLarge if the district's staging is full
 */
export async function copyStaged(
  ctx: Context,
  call: OpenCall,
  records: AsyncIterable<readonly ValidRecord[]>,
): Promise<number> {
  let copied = 0;
  let copying: Promise<number> | undefined;
  try {
    for await (const slice of slices(call, records)) {
      copied += (await copying) ?? 0;
      copying = copySlice(ctx, call, slice);
      // Awaited before the next slice, or at the end.
      copying.catch(() => {});
    }
    return copied + ((await copying) ?? 0);
  } finally {
    // Whatever failed: the caller removes the copied records, so none may arrive later.
    await Promise.allSettled([copying]);
  }
}

const copySlice = (ctx: Context, call: OpenCall, slice: readonly StagedRow[]): Promise<number> =>
  ctx.db.aside.stagingInDistrict(ctx.district.id, async (tx) => {
    await assertOpen(tx, call);
    await takeSpace(ctx, tx, call, bytesOf(slice));
    return insertStaged(tx, slice);
  });

/** Characters, which are bytes but for accents, and what each row takes beside them. */
const bytesOf = (slice: readonly StagedRow[]): number =>
  slice.reduce((sum, row) => sum + charsOf(row) + ROW_BYTES, 0);

const charsOf = (row: StagedRow): number => row.record.length + row.sent.length;

async function* slices(
  call: OpenCall,
  records: AsyncIterable<readonly ValidRecord[]>,
): AsyncGenerator<StagedRow[]> {
  let slice: StagedRow[] = [];
  let chars = 0;
  for await (const some of records)
    for (const record of some) {
      const row = rowOf(call, record);
      slice.push(row);
      chars += charsOf(row);
      if (slice.length < SLICE_RECORDS && chars < SLICE_CHARS) continue;
      yield slice;
      slice = [];
      chars = 0;
    }
  if (slice.length > 0) yield slice;
}

function rowOf(call: OpenCall, { index: line, form, newTitles, reading }: ValidRecord): StagedRow {
  const { staffNumber, record, sent, ssn } = form;
  return {
    callId: call.id,
    line,
    runId: call.runId,
    staffNumberKey: staffNumberKey(staffNumber),
    record,
    sent,
    ssnCipher: ssn?.cipher ?? null,
    ssnIndex: ssn?.index ?? null,
    ssnLast4: ssn?.last4 ?? null,
    newTitles,
    sentDigest: (newTitles === null && reading?.digest) || null,
    readOn: reading?.readOn ?? null,
    changesOn: reading?.changesOn ?? null,
    warnings: reading?.warnings ?? null,
  };
}
