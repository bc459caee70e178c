import type { PgBoss } from 'pg-boss';
import { inject, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { testDatabase } from '../../../db/testing/database.ts';
import { startBoss } from '../../jobs/queue.ts';
import { newId } from '../../new-id.ts';

/** A queue for one test, so that no job of another test is taken. */
export async function emptyQueue(): Promise<{ boss: PgBoss; queue: string }> {
  const queue = `test-${newId()}`;
  const owner = openDatabase(inject('ownerUrl'), { max: 1 });
  const ownerBoss = await startBoss(owner, { supervise: false });
  await ownerBoss.createQueue(queue);
  const boss = await startBoss(testDatabase(), { supervise: false });
  onTestFinished(async () => {
    await boss.stop({ graceful: false });
    await ownerBoss.deleteQueue(queue);
    await ownerBoss.stop({ graceful: false });
    await owner.close();
  });
  return { boss, queue };
}
