import { createHash } from 'node:crypto';
import { and, eq, sql, sum } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { heldFile, heldFilePart } from '../../db/schema/held-file.ts';
import type { Context } from '../context.ts';
import { NotFound, TooLarge } from '../failure.ts';
import { HELD_BYTES_OF_DISTRICT, HELD_FILE_BYTES } from '../limits.ts';
import { dropFile, dropOthers } from './drop.ts';
import type { HeldFile } from './held-file.ts';
import { PART_BYTES, sealPart } from './part.ts';
import { HELD_FILE_TEXTS } from './texts.ts';

interface Given {
  bytes: AsyncIterable<Uint8Array>;
  fileName: string;
  type: string;
  /** Whose wizard it is for: it replaces what they held before. Without it the caller drops it. */
  ownerId?: string;
}

const MAX_NAME_CHARS = 200;

/**
 * Keeps a file in the database, sealed, part by part as its bytes arrive: no connection is held while they are awaited,
 * and memory holds a part.
 * @throws TooLarge for a file, or a district's files, above the limits; NotFound if its owner has uploaded another one meanwhile
 */
export async function holdFile(ctx: Context, { bytes, fileName, type, ownerId }: Given): Promise<HeldFile> {
  const id = ctx.newId();
  const name = fileName.slice(0, MAX_NAME_CHARS).toWellFormed();
  const row = { id, ownerId: ownerId ?? null, fileName: name, type, at: ctx.now };
  await ctx.db.inDistrict(ctx.district.id, (tx) => insertFile(tx, row));
  try {
    const hash = createHash('sha256');
    let size = 0;
    let number = 0;
    for await (const part of inParts(bytes)) {
      hash.update(part);
      size += part.length;
      if (size > HELD_FILE_BYTES) throw new TooLarge(HELD_FILE_TEXTS.tooLarge(HELD_FILE_BYTES));
      const partId = ctx.newId();
      const cipher = await sealPart(ctx, partId, part);
      const at = number++;
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        keepPart(tx, { id: partId, fileId: id, number: at, cipher }),
      );
    }
    const sha256 = hash.digest('hex');
    await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      if (ownerId) await dropOthers(tx, { id, ownerId });
      if ((await finishFile(tx, { id, bytes: size, sha256, at: ctx.now })) === 0) throw gone();
    });
    return { id, fileName: name, type, bytes: size, sha256 };
  } catch (error) {
    await dropFile(ctx, id);
    throw error;
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    pending.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    const all = Buffer.concat(pending);
    let from = 0;
    for (; all.length - from >= PART_BYTES; from += PART_BYTES) yield all.subarray(from, from + PART_BYTES);
    pending = [all.subarray(from)];
    size = all.length - from;
  }
  if (size > 0) yield Buffer.concat(pending);
}

const gone = () => new NotFound(HELD_FILE_TEXTS.gone());

async function keepPart(
  tx: Transaction,
  part: { id: string; fileId: string; number: number; cipher: Buffer },
): Promise<void> {
  // First: it locks the file, which nobody removes then until the part is there.
  if ((await addStored(tx, { id: part.fileId, bytes: part.cipher.length })) === 0) throw gone();
  await insertPart(tx, part);
  const stored = (await storedInDistrict.first(tx))?.bytes ?? 0;
  if (stored > HELD_BYTES_OF_DISTRICT) throw new TooLarge(HELD_FILE_TEXTS.districtFull());
}

const insertFile = defineCommand(
  'begin to hold a file',
  (orm, p: Params<{ id: string; ownerId: string | null; fileName: string; type: string; at: Date }>) =>
    orm.insert(heldFile).values({
      districtId: DISTRICT_ID,
      id: p.id,
      ownerId: p.ownerId,
      fileName: p.fileName,
      type: p.type,
      step: 'file',
      createdAt: p.at,
      changedAt: p.at,
    }),
);

const insertPart = defineCommand(
  'keep a part of a held file',
  (orm, p: Params<{ id: string; fileId: string; number: number; cipher: Buffer }>) =>
    orm
      .insert(heldFilePart)
      .values({ districtId: DISTRICT_ID, id: p.id, fileId: p.fileId, number: p.number, cipher: p.cipher }),
);

const addStored = defineCommand(
  'count the bytes of a held file',
  (orm, p: Params<{ id: string; bytes: number }>) =>
    orm
      .update(heldFile)
      .set({ storedBytes: sql`${heldFile.storedBytes} + ${p.bytes}::bigint` })
      .where(and(inDistrict(heldFile), eq(heldFile.id, p.id))),
);

const storedInDistrict = defineQuery('bytes of all held files', (orm) =>
  orm
    .select({ bytes: sum(heldFile.storedBytes).mapWith(Number) })
    .from(heldFile)
    .where(inDistrict(heldFile)),
);

const finishFile = defineCommand(
  'finish holding a file',
  (orm, p: Params<{ id: string; bytes: number; sha256: string; at: Date }>) =>
    orm
      .update(heldFile)
      .set({
        bytes: asStored(p.bytes, heldFile.bytes),
        sha256: asStored(p.sha256, heldFile.sha256),
        changedAt: asStored(p.at, heldFile.changedAt),
      })
      .where(and(inDistrict(heldFile), eq(heldFile.id, p.id))),
);
