import { setTimeout as pause } from 'node:timers/promises';
import { textRow } from '../../../../db/sql-text.ts';
import type { Vendor } from '../../../../lib/http/testing/vendor.ts';
import { runJob } from '../../../../lib/worker/start-worker.ts';

/** Does the district's jobs, as the worker does, until a call that may wait for one is answered. */
export async function working<T>({ ctx }: Vendor, call: Promise<T>): Promise<T> {
  let answered = false;
  const settled = call.finally(() => {
    answered = true;
  });
  settled.catch(() => {});
  while (!answered) {
    const job = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRow<{ id: string }>(
        tx,
        "select id from sync_job where district_id = $1 and status in ('queued', 'running')",
        [tx.districtId],
      ),
    );
    if (job && !answered) await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: job.id });
    await pause(5);
  }
  return settled;
}
