import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
import { withProgress } from '../../held-file/progress.ts';
import { readHeld } from '../../held-file/read.ts';
import type { RecordOptions } from '../../record/csv/read-table.ts';
import { isTable } from '../upload/file-types.ts';
import { mappingFaults } from '../upload/mapping-faults.ts';
import type { StaffFile } from '../upload/records.ts';
import { rulesOf } from '../upload/rules.ts';
import type { DraftFile } from './draft.ts';

/** A draft's file, and how the user chose to read it. */
export interface ReadableDraft {
  file: StaffFile;
  options: RecordOptions;
}

/** @throws Invalid for choices that are not complete; Unreadable, TooLarge, NotFound as the file says */
export async function readDraft(ctx: Context, draft: DraftFile): Promise<ReadableDraft> {
  const file: StaffFile = { type: draft.type, read: () => readHeld(ctx, draft) };
  const mapping = draft.choices?.mapping ?? null;
  // JSON has no columns to choose.
  const faults = mapping && isTable(draft.type) ? mappingFaults(mapping) : [];
  if (faults.length > 0) throw new Invalid(faults[0]?.message ?? '', faults);
  const { options } = await rulesOf(ctx, file, mapping);
  return { file, options: { ...options, corrected: correctedCells(draft) } };
}

/** A table's numbers are counted before its records are read (lib/record/csv/people.ts). */
const SHARES_OF_RECORDS = [0.1, 0.9];

/**
 * The same for work whose progress the page shows.
 * @param reads what of the file the work reads: rows once, or records
 */
export async function workOnDraft<T>(
  ctx: Context,
  draft: DraftFile,
  reads: 'rows' | 'records',
  work: (readable: ReadableDraft) => Promise<T>,
): Promise<T> {
  const { file, options } = await readDraft(ctx, draft);
  const shares = reads === 'records' && isTable(draft.type) ? SHARES_OF_RECORDS : [1];
  return withProgress(ctx, draft, shares, (read) => work({ file: { ...file, read }, options }));
}

function correctedCells({ choices }: DraftFile): Map<number, Map<number, string>> {
  const lines = new Map<number, Map<number, string>>();
  for (const { line, column, value } of choices?.corrections ?? [])
    lines.set(line, (lines.get(line) ?? new Map()).set(column, value));
  return lines;
}
