import type { Context } from '../../context.ts';
import type { FieldError } from '../../failure.ts';
import { readHeld } from '../../held-file/read.ts';
import { fitMapping } from '../../record/csv/fit-mapping.ts';
import { isColumnName } from '../../record/csv/guess.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import { openTable } from '../../staff-file/open-table.ts';
import { mappingFaults } from '../upload/mapping-faults.ts';
import { namedMapping } from '../upload/named-mapping.ts';
import { type Correction, changeDraft, draftById, viewDraft } from './draft.ts';
import type { Differs, Draft } from './schema.ts';

/**
 * Keeps what the user has chosen so far, complete or not.
 * @returns what is wrong or missing, which *Check* would refuse
 * @throws NotFound without such a draft
 */
export async function chooseForDraft(
  ctx: Context,
  id: string,
  { mapping, step, name }: { mapping: FileMapping; step: Draft['step']; name: string | null },
): Promise<{ draft: Draft; faults: FieldError[] }> {
  const draft = await changeDraft(ctx, id, () => ({ mapping, step, name }));
  return { draft: viewDraft(draft), faults: mapping.columns.length > 0 ? mappingFaults(mapping) : [] };
}

/**
 * Takes a named mapping over for a draft, by the headers of its file.
 * @throws NotFound without such a draft or mapping; Unreadable if the file is no table
 */
export async function takeMappingOver(
  ctx: Context,
  id: string,
  name: string,
): Promise<{ draft: Draft; differs: Differs }> {
  const draft = await draftById(ctx, id);
  const { mapping } = await namedMapping(ctx, name);
  const { header } = await openTable(readHeld(ctx, draft), { ...mapping.reading, isName: isColumnName });
  const { columns, missing, added } = fitMapping(header, mapping);
  // New columns stay out, so that *Columns* guesses what they are.
  const known = columns.filter(({ header }) => !added.includes(header));
  const changed = await changeDraft(ctx, id, () => ({ name, mapping: { ...mapping, columns: known } }));
  return { draft: viewDraft(changed), differs: { missing, added } };
}

/** Corrects single cells; a value of null takes a correction back. @throws NotFound without such a draft */
export async function correctCells(
  ctx: Context,
  id: string,
  cells: readonly (Omit<Correction, 'value'> & { value: string | null })[],
): Promise<{ corrected: number }> {
  const place = ({ line, column }: Omit<Correction, 'value'>) => `${line} ${column}`;
  const draft = await changeDraft(ctx, id, ({ corrections }) => {
    const all = new Map<string, Correction>(corrections.map((cell) => [place(cell), cell]));
    for (const { value, ...cell } of cells)
      if (value === null) all.delete(place(cell));
      else all.set(place(cell), { ...cell, value });
    return { corrections: [...all.values()] };
  });
  return { corrected: draft.choices?.corrections.length ?? 0 };
}
