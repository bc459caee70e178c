import type { Context } from '../../context.ts';
import { dropFile } from '../../held-file/drop.ts';
import { holdFile } from '../../held-file/hold.ts';
import { readHeld } from '../../held-file/read.ts';
import type { SentBytes } from '../../http/sent-bytes.ts';
import { codesOf } from '../../record/csv/match-values.ts';
import { listChoices } from '../../reference/choices.ts';
import { dateIn } from '../../time/date-in.ts';
import { assertTransfer } from '../run/assert-transfer.ts';
import type { ON_INVALID } from '../transfer/transfer.ts';
import { readMapping } from './mapping.ts';
import type { Uploaded } from './schema.ts';
import { uploadStaff } from './upload.ts';

/** Stages the staff of a file that arrives as a call's body, with a mapping of `keepMapping`. @throws as `uploadStaff` */
export async function uploadBody(
  ctx: Context,
  body: SentBytes,
  {
    mapping,
    onInvalid,
    ...reading
  }: {
    mapping?: string | undefined;
    headerRow?: number | undefined;
    sheet?: string | undefined;
    onInvalid: (typeof ON_INVALID)[number];
  },
): Promise<Uploaded> {
  await assertTransfer(ctx);
  const columns = mapping && (await ctx.db.inDistrict(ctx.district.id, (tx) => readMapping(tx, mapping)));
  const codes = codesOf(await listChoices(ctx));
  const today = dateIn(ctx.district.timeZone, ctx.now);
  const held = await holdFile(ctx, { bytes: body, fileName: '', type: body.type });
  try {
    const file = { type: body.type, read: () => readHeld(ctx, held) };
    return await uploadStaff(
      ctx,
      file,
      { ...reading, columns: columns || undefined, codes, today },
      onInvalid,
    );
  } finally {
    await dropFile(ctx, held.id);
  }
}
