import type { Database } from '../../db/client.ts';
import { removeInParts } from '../tidy/remove-in-parts.ts';

/** How long an entry is kept (ERR-3): a school year, and the beginning of the next. */
export const KEPT_DAYS = 400;

/**
 * Removes entries of every district that are older than they are kept.
 *
 * @returns how many there were
 */
export const removeOldErrors = (db: Database, now: Date): Promise<number> =>
  removeInParts(db, 'error_log', 'o.occurred_at < $2', new Date(now.getTime() - KEPT_DAYS * 86_400_000));
