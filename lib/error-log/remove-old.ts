import type { Database } from '../../db/client.ts';
import { defineCommand } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import { removal, removeInBatches } from '../tidy/remove-in-batches.ts';

/** How long an entry is kept (ERR-3): a school year and the beginning of the next. */
export const KEPT_DAYS = 400;

const removeOld = defineCommand('remove old errors', removal(errorLog, errorLog.occurredAt));

/**
 * Removes the entries of every district that are older than that.
 * @returns how many there were
 */
export const removeOldErrors = (db: Database, now: Date): Promise<number> =>
  removeInBatches(db, removeOld, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
