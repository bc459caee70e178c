/**
 * Lighthouse (desktop, its simulated throttling) on every page of the app:
 * `node bench/lighthouse.ts [STAFF] [RUNS] [PAGES]`, on the built product with a synthetic district whose feed was validated
 * twice and committed. PAGES is a regular expression for the paths to look at, such as `/staff`. It needs a whole Chromium. One line of JSON for each
 * page, then one for all: scores of 0 to 100, the compressed bytes of script before `load`, and what
 * the main thread did by its own clock, which says more on a busy machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { campusClient, dataOf } from '../bin/hr/client.ts';
import { push } from '../bin/hr/push.ts';
import { commit, validate } from '../bin/hr/sync.ts';
import { requestToken } from '../bin/hr/token.ts';
import { openDatabase } from '../db/client.ts';
import { freePort } from '../db/embedded/free-port.ts';
import { textRows } from '../db/sql-text.ts';
import { makeOperatorLink } from '../lib/operator/session.ts';
import { appPages } from './app-pages.ts';
import { CHROMIUM, signIn } from './browser.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { type Looked, look } from './lighthouse-look.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { spreadOf } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import type { Credentials } from './vendor.ts';

const [staff = 1_000, runs = 3] = process.argv.slice(2, 4).map(Number);
const only = new RegExp(process.argv[4] ?? '');
/** Pages that somebody sees who is not signed in; they lead elsewhere for others. */
const BEFORE_SIGN_IN = ['/signin'];

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-lighthouse-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const product = await startProduct(ownerUrl);
  const { baseUrl } = product;
  try {
    const runId = await synchronized(baseUrl, feed, credentials);
    const paths = appPages({ runId, id: await oneStaffMember(ownerUrl) });
    const port = await freePort();
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: CHROMIUM,
      args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
    const lowest: Record<string, number> = {};
    const ledElsewhere: Record<string, string> = {};
    const failed: Record<string, string> = {};
    const lookAt = async (path: string) => {
      if (!only.test(path)) return;
      const looked: Looked[] = [];
      for (let run = 0; run < runs; run += 1) {
        const found = await look(
          `${baseUrl}${path}${path === '/signin' ? `?appName=${credentials.appName}` : ''}`,
          port,
        );
        if ('ledTo' in found) {
          ledElsewhere[path] = found.ledTo;
          return;
        }
        looked.push(found);
      }
      const page = path.replace(runId, '[runId]');
      lowest[page] = Math.min(...looked.map(({ scores }) => Math.min(...Object.values(scores))));
      console.log(JSON.stringify({ page, ...figures(looked), load: load() }));
    };
    const lookWhereItCan = (path: string) =>
      lookAt(path).catch((error: Error) => {
        failed[path] = error.message;
      });
    for (const path of paths.filter((one) => BEFORE_SIGN_IN.includes(one))) await lookWhereItCan(path);
    await signIn(context, baseUrl, credentials);
    await openOperatorPage(context, baseUrl, ownerUrl);
    for (const path of paths.filter((one) => !BEFORE_SIGN_IN.includes(one))) await lookWhereItCan(path);
    await context.close();
    console.log(
      JSON.stringify({
        ...{ bench: 'lighthouse', staff, runs, pages: Object.keys(lowest).length, ledElsewhere, failed },
        below95: Object.fromEntries(Object.entries(lowest).filter(([, score]) => score < 95)),
        ...{ machine: machine(), load: load() },
      }),
    );
  } finally {
    await product.stop();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}

/** Validated twice, so that there is something to compare, then committed. @returns the run's id */
async function synchronized(baseUrl: string, feed: string, credentials: Credentials): Promise<string> {
  const { appName, clientId, clientSecret } = credentials;
  const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
  const campus = campusClient(baseUrl, async () => accessToken);
  const print = console.log;
  console.log = () => {};
  await push(campus, feed, {});
  await validate(campus);
  await validate(campus);
  const { runId } = dataOf(await campus.GET('/staffMembers/sync'));
  // Some of a synthetic feed's people can't be committed.
  await commit(campus, { wait: true }).catch(() => {});
  console.log = print;
  return runId;
}

/** One whose page has something in every part. */
function oneStaffMember(ownerUrl: string): Promise<string> {
  return inOnlyDistrict(ownerUrl, async (tx) => {
    const [found] = await textRows<{ id: string }>(
      tx,
      `select p.id from person p
         join district_assignment a on a.district_id = $1 and a.person_id = p.id
         join employment e on e.district_id = $1 and e.person_id = p.id
        where p.district_id = $1 and p.staff_number is not null order by p.id limit 1`,
      [tx.districtId],
    );
    if (!found) throw new Error('The district has no staff member.');
    return found.id;
  });
}

async function openOperatorPage(context: BrowserContext, baseUrl: string, ownerUrl: string): Promise<void> {
  const owner = openDatabase(ownerUrl, { max: 1 });
  const { token } = await makeOperatorLink(owner, { madeBy: 'Bench' });
  await owner.close();
  const page = await context.newPage();
  await page.goto(`${baseUrl}/operator#${token}`);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('heading', { level: 2, name: 'Districts' }).waitFor();
  await page.close();
}

function figures(looked: readonly Looked[]) {
  return {
    performance: spreadOf(looked, ({ scores }) => scores.performance, 0),
    accessibility: spreadOf(looked, ({ scores }) => scores.accessibility, 0),
    bestPractices: spreadOf(looked, ({ scores }) => scores['best-practices'], 0),
    faults: [...new Set(looked.flatMap(({ faults }) => faults))],
    scriptBytes: spreadOf(looked, ({ scriptBytes }) => scriptBytes, 0),
    blockingMs: spreadOf(looked, ({ blocking }) => blocking, 0),
    largestPaintMs: spreadOf(looked, ({ largestPaint }) => largestPaint, 0),
    mainThreadMs: spreadOf(looked, ({ mainThread }) => mainThread.all, 0),
    scriptMs: spreadOf(looked, ({ mainThread }) => mainThread.script, 0),
    longestTaskMs: spreadOf(looked, ({ mainThread }) => mainThread.longest, 0),
    blockingProcessorMs: spreadOf(looked, ({ mainThread }) => mainThread.blocking, 0),
    shiftThousandths: spreadOf(looked, ({ shift }) => shift, 0),
  };
}
