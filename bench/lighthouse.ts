/**
 * Lighthouse (desktop, its simulated throttling) on sign-in, Home, Staff and the Validation Report:
 * `node bench/lighthouse.ts [STAFF] [RUNS] [PAGE]`, on the built product with a synthetic district whose feed is validated.
 * One JSON line: scores of 0 to 100, and the compressed bytes of script before `load`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright';
import { campusClient, dataOf } from '../bin/hr/client.ts';
import { push } from '../bin/hr/push.ts';
import { validate } from '../bin/hr/sync.ts';
import { requestToken } from '../bin/hr/token.ts';
import { freePort } from '../db/embedded/free-port.ts';
import { CHROMIUM, signIn } from './browser.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { spreadOf } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';

const [staff = 1_000, runs = 3] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];

interface Looked {
  performance: number;
  accessibility: number;
  scriptBytes: number;
  /** The parts of the performance score: milliseconds, and the layout's shift in thousandths. */
  blocking: number;
  largestPaint: number;
  shift: number;
}

async function look(url: string, port: number): Promise<Looked> {
  const found = await lighthouse(
    url,
    { port, disableStorageReset: true, onlyCategories: ['performance', 'accessibility'], logLevel: 'error' },
    desktopConfig,
  );
  const report = found?.lhr;
  if (!report || report.runtimeError)
    throw new Error(report?.runtimeError?.message ?? 'Lighthouse found nothing.');
  if (new URL(report.finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${report.finalDisplayedUrl}.`);
  const score = (name: string) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const summary = report.audits['resource-summary']?.details as { items?: Resource[] } | undefined;
  const requests = report.audits['network-requests']?.details as { items?: Request[] } | undefined;
  const scriptBytes =
    summary?.items?.find(({ resourceType }) => resourceType === 'script')?.transferSize ??
    (requests?.items ?? [])
      .filter(({ resourceType }) => resourceType === 'Script')
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  const part = (name: string) => report.audits[name]?.numericValue ?? 0;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    scriptBytes,
    blocking: part('total-blocking-time'),
    largestPaint: part('largest-contentful-paint'),
    shift: part('cumulative-layout-shift') * 1_000,
  };
}
interface Resource {
  resourceType: string;
  transferSize: number;
}
interface Request {
  resourceType?: string;
  transferSize?: number;
}

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-lighthouse-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const product = await startProduct(ownerUrl);
  const { baseUrl } = product;
  const { appName, clientId, clientSecret } = credentials;
  const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
  const campus = campusClient(baseUrl, async () => accessToken);
  const print = console.log;
  console.log = () => {};
  await push(campus, feed, {});
  await validate(campus);
  console.log = print;
  const { runId } = dataOf(await campus.GET('/staffMembers/sync'));

  const port = await freePort();
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const pages: Record<string, Looked[]> = {};
  const lookAt = async (name: string, path: string) => {
    if (only && name !== only) return;
    pages[name] = [];
    for (let run = 0; run < runs; run += 1) pages[name].push(await look(`${baseUrl}${path}`, port));
  };
  await lookAt('sign-in', `/signin?appName=${appName}`);
  await signIn(context, baseUrl, credentials);
  await lookAt('home', '');
  await lookAt('staff', '/staff');
  await lookAt('report', `/business-office/validation/${runId}`);
  await context.close();
  await product.stop();
  console.log(
    JSON.stringify({
      bench: 'lighthouse',
      staff,
      runs,
      pages: Object.fromEntries(
        Object.entries(pages).map(([name, looked]) => [
          name,
          {
            performance: spreadOf(looked, (one) => one.performance, 0),
            accessibility: spreadOf(looked, (one) => one.accessibility, 0),
            scriptBytes: spreadOf(looked, (one) => one.scriptBytes, 0),
            blockingMs: spreadOf(looked, (one) => one.blocking, 0),
            largestPaintMs: spreadOf(looked, (one) => one.largestPaint, 0),
            shiftThousandths: spreadOf(looked, (one) => one.shift, 0),
          },
        ]),
      ),
      machine: machine(),
      load: load(),
    }),
  );
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
