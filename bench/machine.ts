import { cpus, loadavg, totalmem } from 'node:os';

/** Where a figure was measured; printed with every figure. */
export function machine() {
  const [cpu] = cpus();
  return {
    cpus: `${cpus().length} × ${cpu?.model ?? 'unknown'}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

/** How much else ran: the one-minute load average. Compare before and after. */
export const load = (): number => Number((loadavg()[0] ?? 0).toFixed(2));
