import { pause, resume } from '../../db/archive/pause.ts';
import { BACKUP_TEXTS } from '../../lib/backup/texts.ts';
import { asOwner } from '../district/as-owner.ts';

/** Before the workers of a copy start that was not made by `campus restore`. */
export const pauseWorkers = (): Promise<void> =>
  asOwner(async ({ db }) => {
    const owner = await db.pool.connect();
    await pause(owner, 'paused by the operator').finally(() => owner.release());
    console.error(`${BACKUP_TEXTS.paused()} ${BACKUP_TEXTS.stopRunning()}`);
  });

/** Prints how many jobs of which queue will run. */
export const resumeWorkers = (): Promise<void> =>
  asOwner(async ({ db }) => {
    const owner = await db.pool.connect();
    const jobs = await resume(owner).finally(() => owner.release());
    if (!jobs) return console.error(BACKUP_TEXTS.notPaused());
    console.log(JSON.stringify({ jobs }));
    console.error(BACKUP_TEXTS.resumed(Object.values(jobs).reduce((sum, number) => sum + number, 0)));
  });
