import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
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

function correctedCells({ choices }: DraftFile): Map<number, Map<number, string>> {
  const lines = new Map<number, Map<number, string>>();
  for (const { line, column, value } of choices?.corrections ?? [])
    lines.set(line, (lines.get(line) ?? new Map()).set(column, value));
  return lines;
}
