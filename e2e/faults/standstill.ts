import type { TestInfo } from '@playwright/test';
import { until } from '../until.ts';
import type { Vendor } from '../vendor.ts';

export const STANDSTILL = 'standstill ms';

/** Waits until the commit has written more than at the call, and says in the report how long that took. */
export async function measureStandstill(vendor: Vendor, info: TestInfo): Promise<void> {
  const since = performance.now();
  const before = await processedOf(vendor);
  await until('the commit to continue', async () => {
    const now = await processedOf(vendor);
    return before !== undefined && now !== undefined && now > before ? true : undefined;
  });
  noteStandstill(info, performance.now() - since);
}

export const noteStandstill = (info: TestInfo, ms: number): void =>
  void info.annotations.push({ type: STANDSTILL, description: String(Math.round(ms)) });

/** Undefined while Campus can't answer. */
const processedOf = async (vendor: Vendor): Promise<number | undefined> => {
  const { status, body } = await vendor.commitJobStatus();
  return status === 200 ? body.processed : undefined;
};
