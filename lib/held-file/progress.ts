import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { heldFile } from '../../db/schema/held-file.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { HeldFile } from './held-file.ts';
import { readHeld } from './read.ts';
import { HELD_FILE_TEXTS } from './texts.ts';

/** A page asks about as often. */
const NOTED_EVERY_MS = 400;

/**
 * Does work that reads a held file, and notes in the file's row how far it is: the page that asks may have another web process.
 * @param shares of the whole work, one for each time that the file is read
 */
export async function withProgress<T>(
  ctx: Context,
  file: HeldFile,
  shares: readonly number[],
  work: (read: () => AsyncGenerator<Buffer>) => Promise<T>,
  everyMs = NOTED_EVERY_MS,
): Promise<T> {
  let reader = 0;
  let notedAt = performance.now();
  let isNoted = false;
  const note = (share: number | null) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => writeShare(tx, { id: file.id, share }));

  async function* noting(place: number): AsyncGenerator<Buffer> {
    const before = shares.slice(0, place).reduce((sum, share) => sum + share, 0);
    let read = 0;
    for await (const part of readHeld(ctx, file)) {
      if (performance.now() - notedAt > everyMs) {
        notedAt = performance.now();
        isNoted = true;
        // What was given before has been worked on by now.
        await note(before + ((shares[place] ?? 0) * read) / file.bytes);
      }
      yield part;
      read += part.length;
    }
  }

  try {
    return await work(() => noting(reader++));
  } finally {
    if (isNoted) await note(null);
  }
}

/** How much of the work on a user's file is done, from 0 to 1; null while nobody reads it. @throws NotFound */
export async function progressOf(
  ctx: Context,
  file: { id: string; ownerId: string },
): Promise<number | null> {
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) => shareOfFile.first(tx, file));
  if (!row) throw new NotFound(HELD_FILE_TEXTS.gone());
  return row.share;
}

const writeShare = defineCommand(
  'note how far a held file was read',
  (orm, p: Params<{ id: string; share: number | null }>) =>
    orm
      .update(heldFile)
      .set({ readShare: asStored(p.share, heldFile.readShare) })
      .where(and(inDistrict(heldFile), eq(heldFile.id, p.id))),
);

const shareOfFile = defineQuery(
  'how far a held file was read',
  (orm, p: Params<{ id: string; ownerId: string }>) =>
    orm
      .select({ share: heldFile.readShare })
      .from(heldFile)
      .where(and(inDistrict(heldFile), eq(heldFile.id, p.id), eq(heldFile.ownerId, p.ownerId))),
);
