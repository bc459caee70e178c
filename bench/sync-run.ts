import type { DatabaseServer } from './databases.ts';
import { type Memory, memoryOf } from './memory.ts';
import { startProduct } from './processes.ts';
import type { District } from './sync-districts.ts';
import { type Synchronization, synchronize, untilKept } from './synchronize.ts';
import { Vendor } from './vendor.ts';
import { countWrites } from './written-rows.ts';

/** One fresh product, synchronized twice with the same feed. */
export interface ProductRun {
  first: Synchronization;
  again: Synchronization;
  rowsWrittenAgain: number;
  /** Over both. */
  web: Memory;
  worker: Memory;
}

/** @param options.profile a folder for CPU profiles of web and worker */
export async function measure(
  server: DatabaseServer,
  district: District,
  options: { profile?: string; lines: boolean },
): Promise<ProductRun> {
  const ownerUrl = await server.copyOf(district.ownerUrl);
  const product = await startProduct(ownerUrl, options.profile);
  try {
    const vendor = new Vendor(product.baseUrl, district.credentials);
    const first = await synchronize(vendor, { ...district, ownerUrl }, options);
    // As by the next night; a synchronization that begins at once finds less that is known.
    await untilKept(ownerUrl);
    const writtenSince = await countWrites(ownerUrl);
    const again = await synchronize(vendor, { ...district, ownerUrl }, options);
    return {
      first,
      again,
      rowsWrittenAgain: await writtenSince(),
      web: memoryOf(product.webPid),
      worker: memoryOf(product.workerPid),
    };
  } finally {
    await product.stop();
    await server.drop(ownerUrl);
  }
}
