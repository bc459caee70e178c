import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { heldFile } from '../../db/schema/held-file.ts';
import type { Context } from '../context.ts';
import { MissingKey, open, type Place, seal } from '../crypto/envelope.ts';
import { NotFound } from '../failure.ts';
import { expiredBefore, fileOfOwner, type HeldFile, KEPT_HOURS, lockFileOfOwner } from './held-file.ts';
import { HELD_FILE_TEXTS } from './texts.ts';

/** A file in a user's wizard, and how far they are with it. */
export interface OwnedFile<Choices> extends HeldFile {
  step: string;
  /** Null as long as nothing was chosen. */
  choices: Choices | null;
  createdAt: Date;
  expiresAt: Date;
}

type Row = NonNullable<Awaited<ReturnType<typeof fileOfOwner.first>>>;

/** What a user holds, or null. */
export async function ownedFile<Choices>(ctx: Context, ownerId: string): Promise<OwnedFile<Choices> | null> {
  const after = expiredBefore(ctx.now);
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) => fileOfOwner.first(tx, { ownerId, after }));
  return row ? opened(ctx, row) : null;
}

/**
 * Changes what a user chose for their file.
 * @param change gets the file as it is, locked; undefined leaves a value as it is
 * @throws NotFound if they don't hold it, or no longer
 */
export function changeOwned<Choices>(
  ctx: Context,
  file: { id: string; ownerId: string },
  change: (before: OwnedFile<Choices>) => { step?: string; choices: Choices | null },
): Promise<OwnedFile<Choices>> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await lockFileOfOwner.first(tx, { ...file, after: expiredBefore(ctx.now) });
    if (!row) throw new NotFound(HELD_FILE_TEXTS.gone());
    const before = opened<Choices>(ctx, row);
    const { step = before.step, choices } = change(before);
    const cipher = choices && seal(ctx.keys, placeOf(ctx, file.id), JSON.stringify(choices));
    await writeChoices(tx, { id: file.id, step, cipher, at: ctx.now });
    return { ...before, step, choices, expiresAt: expiry(ctx.now) };
  });
}

function opened<Choices>(
  ctx: Context,
  { choicesCipher, changedAt, sha256, ...row }: Row,
): OwnedFile<Choices> {
  const expiresAt = expiry(changedAt);
  return { ...row, sha256: sha256 ?? '', expiresAt, choices: choicesOf(ctx, row.id, choicesCipher) };
}

function choicesOf<Choices>(ctx: Context, id: string, cipher: Buffer | null): Choices | null {
  if (!cipher) return null;
  try {
    return JSON.parse(open(ctx.keys, placeOf(ctx, id), cipher));
  } catch (error) {
    if (error instanceof MissingKey) throw new NotFound(HELD_FILE_TEXTS.gone());
    throw error;
  }
}

const expiry = (changedAt: Date): Date => new Date(changedAt.getTime() + KEPT_HOURS * 3_600_000);

const placeOf = (ctx: Context, rowId: string): Place => ({
  table: 'held_file',
  column: 'choices_cipher',
  districtId: ctx.district.id,
  rowId,
});

const writeChoices = defineCommand(
  'keep what a user chose for a file',
  (orm, p: Params<{ id: string; step: string; cipher: Buffer | null; at: Date }>) =>
    orm
      .update(heldFile)
      .set({
        step: asStored(p.step, heldFile.step),
        choicesCipher: asStored(p.cipher, heldFile.choicesCipher),
        changedAt: asStored(p.at, heldFile.changedAt),
      })
      .where(and(inDistrict(heldFile), eq(heldFile.id, p.id))),
);
