import { chooseDays, parseDays } from '../../lib/retention/choose-days.ts';
import { KIND_NAMES } from '../../lib/retention/kinds.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { asOwner } from './as-owner.ts';

/** Chooses for how long a district keeps data, if anything is asked for. Prints one line of JSON per kind. */
export const keep = (assignments: string[], { appName }: { appName: string }): Promise<void> => {
  const chosen = parseDays(assignments);
  return asOwner(async ({ db, keys }) => {
    const { kept, shortened } = await chooseDays(await contextOf(db, keys, appName), chosen);
    for (const kind of KIND_NAMES) {
      const { days, chosen: isChosen, removedBefore } = kept[kind];
      console.log(JSON.stringify({ kind, days, chosen: isChosen, goneBefore: removedBefore }));
    }
    for (const sentence of shortened) console.error(sentence);
  });
};
