import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { changeOwned, type OwnedFile, ownedFile } from '../../held-file/choices.ts';
import { dropFile } from '../../held-file/drop.ts';
import { holdFile } from '../../held-file/hold.ts';
import { progressOf } from '../../held-file/progress.ts';
import { readHeld } from '../../held-file/read.ts';
import { HELD_FILE_TEXTS } from '../../held-file/texts.ts';
import { canonicalJson } from '../../http/canonical-json.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import { openTable } from '../../staff-file/open-table.ts';
import { assertTransfer } from '../run/assert-transfer.ts';
import { actorId } from '../run/staging-shares.ts';
import { isTable } from '../upload/file-types.ts';
import type { Draft } from './schema.ts';

/** A cell as the user corrected it. */
export interface Correction {
  line: number;
  /** Its place in the row, from 0. */
  column: number;
  value: string;
}

/** What a user chose in the wizard. */
export interface Choices {
  /** Of the mapping that it was taken from, or will be kept as. */
  name: string | null;
  mapping: FileMapping | null;
  corrections: Correction[];
}

/** The file in a user's wizard. */
export type DraftFile = OwnedFile<Choices>;

export const NO_CHOICES: Choices = { name: null, mapping: null, corrections: [] };

/**
 * Keeps a file for the file wizard, until it is transferred, cancelled or replaced, or a day has passed since the user's
 * last choice. A user has one at a time, also over a *Restart Transfer*, which doesn't change what the file says.
 * @throws Conflict when the run takes no transfer now; Unreadable for what is no table; TooLarge
 */
export async function createDraft(
  ctx: Context,
  { file, type, name }: { file: AsyncIterable<Uint8Array>; type: string; name: string },
): Promise<Draft> {
  await assertTransfer(ctx);
  const ownerId = actorId(ctx.actor);
  const held = await holdFile(ctx, { bytes: file, fileName: name, type, ownerId });
  try {
    if (isTable(type)) await openTable(readHeld(ctx, held));
  } catch (error) {
    await dropFile(ctx, held.id);
    throw error;
  }
  return viewDraft(await draftById(ctx, held.id));
}

/** The user's draft, or null. */
export async function myDraft(ctx: Context): Promise<Draft | null> {
  const file = await ownedFile<Choices>(ctx, actorId(ctx.actor));
  return file && viewDraft(file);
}

/** @throws NotFound if the user has another one by now, or none */
export async function draftById(ctx: Context, id: string): Promise<DraftFile> {
  const file = await ownedFile<Choices>(ctx, actorId(ctx.actor));
  if (file?.id !== id) throw new NotFound(HELD_FILE_TEXTS.gone());
  return file;
}

/** How much of the work that reads a user's draft is done, from 0 to 1; null if nothing reads it. @throws NotFound */
export const draftProgress = (ctx: Context, id: string): Promise<number | null> =>
  progressOf(ctx, { id, ownerId: actorId(ctx.actor) });

/** @throws NotFound as `draftById` */
export const changeDraft = (
  ctx: Context,
  id: string,
  change: (choices: Choices) => Partial<Choices> & { step?: Draft['step'] },
): Promise<DraftFile> =>
  changeOwned<Choices>(ctx, { id, ownerId: actorId(ctx.actor) }, ({ choices, ...before }) => {
    const { step = before.step, ...changed } = change(choices ?? NO_CHOICES);
    return { step, choices: { ...NO_CHOICES, ...choices, ...changed } };
  });

/** *Cancel*. @throws NotFound as `draftById` */
export async function cancelDraft(ctx: Context, id: string): Promise<void> {
  await draftById(ctx, id);
  await dropFile(ctx, id);
}

/** Which choices a check was made from. The mapping's name and the step take no part. */
export const choicesDigest = ({ choices }: DraftFile): string => {
  const { mapping, corrections } = choices ?? NO_CHOICES;
  return createHash('sha256').update(canonicalJson({ mapping, corrections })).digest('base64url');
};

export const viewDraft = ({ choices, createdAt, expiresAt, step, ...file }: DraftFile): Draft => ({
  id: file.id,
  fileName: file.fileName,
  type: file.type,
  isTable: isTable(file.type),
  bytes: file.bytes,
  sha256: file.sha256,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  step: step as Draft['step'],
  name: choices?.name ?? null,
  mapping: choices?.mapping ?? null,
  corrected: choices?.corrections.length ?? 0,
});
