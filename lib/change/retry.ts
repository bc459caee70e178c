import { errorCode } from '../../db/client.ts';
import { CampusChanged } from './campus-changed.ts';

/** How often a batch is loaded, planned and written again while others change the same people. */
const TRIES = 5;
const FOREIGN_KEY_VIOLATION = '23503';

/** A foreign key refuses a row whose other end was removed after the plan was made, by an undo or a combination. */
export const hasCampusChanged = (error: unknown): boolean =>
  error instanceof CampusChanged || errorCode(error) === FOREIGN_KEY_VIOLATION;

/** Runs a transaction again while Campus changes between its reading and its writing, at most five times in all. */
export async function retryWhenCampusChanged<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work(attempt);
    } catch (error) {
      if (!hasCampusChanged(error) || attempt === TRIES) throw error;
    }
}

/** The database refused the data itself (SQLSTATE classes 22 and 23), rather than being away. */
export const isRefusal = (error: unknown): boolean => /^2[23]/.test(errorCode(error) ?? '');

/**
 * Writes a batch in one transaction. A batch that the database refuses, or whose people keep changing, is halved until
 * the single item is found that can't be written; it is refused, and the others are written (SYNC-9).
 * @param write gets items that follow each other, and the place of the first among all
 */
export async function writeInHalves<T>(
  items: readonly T[],
  write: (items: readonly T[], first: number) => Promise<void>,
  refuse: (item: T, place: number, error: unknown) => Promise<void>,
  first = 0,
): Promise<void> {
  const [item] = items;
  if (item === undefined) return;
  try {
    await retryWhenCampusChanged(() => write(items, first));
  } catch (error) {
    if (!hasCampusChanged(error) && !isRefusal(error)) throw error;
    if (items.length === 1) return refuse(item, first, error);
    const middle = items.length >> 1;
    await writeInHalves(items.slice(0, middle), write, refuse, first);
    await writeInHalves(items.slice(middle), write, refuse, first + middle);
  }
}
