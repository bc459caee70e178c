import type { TestInfo } from '@playwright/test';
import { until } from '../until.ts';
import type { Vendor } from '../vendor.ts';

export const STANDSTILL = 'standstill ms';

/**
 * Waits until a commit that was interrupted has written more, and says in the report how long that took.
 * @param processed what it had written when it was interrupted
 * @param since `performance.now()` of the interruption
 */
export async function measureStandstill(
  vendor: Vendor,
  info: TestInfo,
  { processed, since }: { processed: number; since: number },
): Promise<void> {
  await until('the commit to continue', async () => {
    // Campus may be away itself.
    const answer = await vendor.commitJobStatus().catch(() => undefined);
    return answer?.status === 200 && answer.body.processed > processed ? true : undefined;
  });
  noteStandstill(info, performance.now() - since);
}

export const noteStandstill = (info: TestInfo, ms: number): void =>
  void info.annotations.push({ type: STANDSTILL, description: String(Math.round(ms)) });
