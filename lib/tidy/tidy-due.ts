import type { Database } from '../../db/client.ts';
import { removeOldOperators } from './remove-operators.ts';
import { tidyDistrict } from './tidy-district.ts';
import { setTurn, takeTurns } from './turns.ts';

const DAY_SECONDS = 86_400;
/** Then another worker takes a district whose worker died, and one whose removal failed is tried again. */
const LEASE_SECONDS = 3_600;
/** Districts at a time: the rest is left to other workers. */
const MAX_TURNS = 20;

/**
 * Removes the old data of all districts that are due: each once a day, whichever worker is free; and that of operators.
 * @param failed is told what went wrong in a district; the others go on
 * @returns how many districts there were
 */
export async function tidyDue(db: Database, failed: (error: unknown) => void): Promise<number> {
  await removeOldOperators(db).catch(failed);
  for (let done = 0; ; ) {
    const turns = await takeTurns(db, { seconds: LEASE_SECONDS, most: MAX_TURNS });
    for (const { id, now } of turns)
      await tidyDistrict(db, id, now)
        .then(() => setTurn(db, id, DAY_SECONDS))
        .catch(failed);
    done += turns.length;
    if (turns.length < MAX_TURNS) return done;
  }
}
