import lighthouse, { desktopConfig } from 'lighthouse';
import { type MainThread, mainThread, type TraceEvent } from './main-thread.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
type Category = (typeof CATEGORIES)[number];

/** What Lighthouse found on a page: scores of 0 to 100. */
export interface Looked {
  scores: Record<Category, number>;
  /** Compressed, before `load`. */
  scriptBytes: number;
  /** The parts of the performance score: milliseconds, and the layout's shift in thousandths. */
  blocking: number;
  largestPaint: number;
  shift: number;
  /** By the thread's own clock, so that other work on the machine does not count. */
  mainThread: MainThread;
  /** What cost points, beside performance. */
  faults: string[];
}

/**
 * One look (desktop, Lighthouse's simulated throttling).
 * @returns where the page led to instead, if it did
 * @throws if there is no page
 */
export async function look(url: string, port: number): Promise<Looked | { ledTo: string }> {
  const found = await lighthouse(
    url,
    { port, disableStorageReset: true, onlyCategories: [...CATEGORIES], logLevel: 'error' },
    desktopConfig,
  );
  const report = found?.lhr;
  if (!report || report.runtimeError)
    throw new Error(`${url}: ${report?.runtimeError?.message ?? 'Lighthouse found nothing.'}`);
  const ledTo = new URL(report.finalDisplayedUrl).pathname;
  if (ledTo !== new URL(url).pathname) return { ledTo };
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]),
  ) as Looked['scores'];
  const requests = report.audits['network-requests']?.details as { items?: Request[] } | undefined;
  const part = (name: string) => report.audits[name]?.numericValue ?? 0;
  return {
    scores,
    scriptBytes: (requests?.items ?? [])
      .filter(({ resourceType }) => resourceType === 'Script')
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    blocking: part('total-blocking-time'),
    largestPaint: part('largest-contentful-paint'),
    shift: part('cumulative-layout-shift') * 1_000,
    mainThread: mainThread((found.artifacts.Trace?.traceEvents ?? []) as TraceEvent[]),
    faults: (['accessibility', 'best-practices'] as const).flatMap((name) =>
      (report.categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}: ${firstOf(report.audits[id]?.details)}`),
    ),
  };
}

/** What an audit found first, in a few words. */
function firstOf(details: unknown): string {
  const [first] = (details as { items?: unknown[] } | undefined)?.items ?? [];
  return JSON.stringify(first ?? null).slice(0, 300);
}

interface Request {
  resourceType?: string;
  transferSize?: number;
}
