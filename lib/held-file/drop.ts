import { and, asc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { type Command, defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { heldFile, heldFilePart } from '../../db/schema/held-file.ts';
import type { Context } from '../context.ts';

/** Removes a held file with its parts. Does nothing if it is gone. */
export async function dropFile(ctx: Context, id: string): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, (tx) => removeFile(tx, { id }));
}

/**
 * Removes what a user holds, except for one file, and what they are just uploading: the file that is received last is theirs.
 * Two that are received at once lock all in the same order.
 */
export async function dropOthers(tx: Transaction, file: { id: string; ownerId: string }): Promise<void> {
  await lockOwned(tx, { ownerId: file.ownerId });
  await removeOthers(tx, file);
}

const lockOwned = defineQuery('lock the files of a user', (orm, p: Params<{ ownerId: string }>) =>
  orm
    .select({ id: heldFile.id })
    .from(heldFile)
    .where(and(inDistrict(heldFile), eq(heldFile.ownerId, p.ownerId)))
    .orderBy(asc(heldFile.id))
    .for('update'),
);

const removeFile = withParts('a held file', (p: Params<{ id: string }>) => eq(heldFile.id, p.id));
const removeOthers = withParts('what a user held before', (p: Params<{ id: string; ownerId: string }>) =>
  and(eq(heldFile.ownerId, p.ownerId), ne(heldFile.id, p.id)),
);
/** Of a district; also those whose reader ended without removing them. */
export const removeExpiredFiles = withParts('expired held files', (p: Params<{ before: Date }>) =>
  lt(heldFile.changedAt, p.before),
);

/** Deletes parts and then their files, once no part of them is just being kept. */
function withParts<P extends object>(
  name: string,
  which: (p: Params<P>) => ReturnType<typeof and>,
): Command<P> {
  const of = (p: Params<P>) => and(inDistrict(heldFile), which(p));
  const lock = defineQuery(`lock ${name}`, (orm: Orm, p: Params<P>) =>
    orm.select({ id: heldFile.id }).from(heldFile).where(of(p)).orderBy(asc(heldFile.id)).for('update'),
  );
  const parts = defineCommand(`remove parts of ${name}`, (orm: Orm, p: Params<P>) => {
    const files = orm.select({ id: heldFile.id }).from(heldFile).where(of(p));
    return orm.delete(heldFilePart).where(and(inDistrict(heldFilePart), inArray(heldFilePart.fileId, files)));
  });
  const file = defineCommand(`remove ${name}`, (orm: Orm, p: Params<P>) => orm.delete(heldFile).where(of(p)));
  return async (runs, ...given) => {
    await lock(runs, ...given);
    await parts(runs, ...given);
    return file(runs, ...given);
  };
}
