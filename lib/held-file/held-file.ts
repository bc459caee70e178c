import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { heldFile } from '../../db/schema/held-file.ts';

/** A staff file that Campus holds, as its row says; its bytes are read by `readHeld`. */
export interface HeldFile {
  id: string;
  fileName: string;
  type: string;
  bytes: number;
  sha256: string;
}

/** Hours that a held file is kept after it was last changed. */
export const KEPT_HOURS = 24;

/** Files that were changed before have expired. */
export const expiredBefore = (now: Date): Date => new Date(now.getTime() - KEPT_HOURS * 3_600_000);

const { id, fileName, type, bytes, sha256, step, choicesCipher, createdAt, changedAt } = heldFile;
const COLUMNS = { id, fileName, type, bytes, sha256, step, choicesCipher, createdAt, changedAt };

const received = isNotNull(heldFile.sha256);

export const fileOfOwner = defineQuery(
  'the file that a user holds',
  (orm, p: Params<{ ownerId: string; after: Date }>) =>
    orm
      .select(COLUMNS)
      .from(heldFile)
      .where(
        and(inDistrict(heldFile), eq(heldFile.ownerId, p.ownerId), received, gt(heldFile.changedAt, p.after)),
      ),
);

export const lockFileOfOwner = defineQuery(
  'the file that a user holds, locked',
  (orm, p: Params<{ id: string; ownerId: string; after: Date }>) =>
    orm
      .select(COLUMNS)
      .from(heldFile)
      .where(
        and(
          inDistrict(heldFile),
          eq(heldFile.id, p.id),
          eq(heldFile.ownerId, p.ownerId),
          received,
          gt(heldFile.changedAt, p.after),
        ),
      )
      .for('update'),
);
