import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { heldFilePart } from '../../db/schema/held-file.ts';
import type { Context } from '../context.ts';
import { MissingKey } from '../crypto/envelope.ts';
import { NotFound } from '../failure.ts';
import type { HeldFile } from './held-file.ts';
import { openPart, PART_BYTES } from './part.ts';
import { HELD_FILE_TEXTS } from './texts.ts';

const partOfFile = defineQuery(
  'a part of a held file',
  (orm, p: Params<{ fileId: string; number: number }>) =>
    orm
      .select({ id: heldFilePart.id, cipher: heldFilePart.cipher })
      .from(heldFilePart)
      .where(
        and(inDistrict(heldFilePart), eq(heldFilePart.fileId, p.fileId), eq(heldFilePart.number, p.number)),
      ),
);

/**
 * The bytes of a held file, any number of times. Each part is a transaction of its own; the next one is read while the
 * caller works on the one before.
 * @throws NotFound if the file was replaced, removed or can no longer be opened
 */
export async function* readHeld(ctx: Context, { id, bytes }: HeldFile): AsyncGenerator<Buffer> {
  const parts = Math.ceil(bytes / PART_BYTES);
  let next = parts > 0 ? readPart(ctx, id, 0) : undefined;
  for (let number = 0; next && number < parts; number += 1) {
    const part: Buffer = await next;
    next = number + 1 < parts ? readPart(ctx, id, number + 1) : undefined;
    // The caller may stop before it is awaited.
    next?.catch(() => {});
    yield part;
  }
}

async function readPart(ctx: Context, fileId: string, number: number): Promise<Buffer> {
  const part = await ctx.db.inDistrict(ctx.district.id, (tx) => partOfFile.first(tx, { fileId, number }));
  if (!part) throw new NotFound(HELD_FILE_TEXTS.gone());
  try {
    return await openPart(ctx, part.id, part.cipher);
  } catch (error) {
    if (error instanceof MissingKey) throw new NotFound(HELD_FILE_TEXTS.gone());
    throw error;
  }
}
