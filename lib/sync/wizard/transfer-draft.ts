import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { dropFile } from '../../held-file/drop.ts';
import type { ON_INVALID } from '../transfer/transfer.ts';
import { isTable } from '../upload/file-types.ts';
import { keepUsedMapping } from '../upload/keep-mapping.ts';
import type { Uploaded } from '../upload/schema.ts';
import { uploadStaff } from '../upload/upload.ts';
import { choicesDigest, draftById } from './draft.ts';
import { readDraft } from './draft-file.ts';
import { WIZARD_TEXTS } from './texts.ts';

/**
 * Stages the staff of a draft as `uploadStaff` does. If they are staged, its mapping is kept, under `name` as the next
 * version, and the draft is gone.
 * @param checked the choices of the check that the user has seen
 * @throws as `uploadStaff`; Conflict if they have changed since; NotFound without such a draft; Invalid for columns that are not complete
 */
export async function transferDraft(
  ctx: Context,
  id: string,
  {
    onInvalid,
    name,
    checked,
  }: { onInvalid: (typeof ON_INVALID)[number]; name: string | null; checked?: string | undefined },
): Promise<{ result: Uploaded; mapping: { name: string; version: number } | null }> {
  const draft = await draftById(ctx, id);
  if (checked !== undefined && checked !== choicesDigest(draft))
    throw new Conflict(WIZARD_TEXTS.choicesChanged());
  const { file, options } = await readDraft(ctx, draft);
  const result = await uploadStaff(ctx, file, options, { onInvalid, setsUnreadableAside: true });
  if (result.outcome !== 'staged') return { result, mapping: null };
  const used = isTable(draft.type) ? draft.choices?.mapping : undefined;
  const mapping = used
    ? await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, name, used))
    : null;
  await dropFile(ctx, id);
  return { result, mapping };
}
