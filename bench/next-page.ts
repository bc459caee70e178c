/**
 * From the click on *Next page* to the next rows on the screen, in the Staff directory: `node bench/next-page.ts [STAFF]`,
 * on the built product with a synthetic district. One JSON line; milliseconds of seven clicks, the first of which only warms.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { systemBrowser } from '../bin/test/system-browser.ts';
import { signIn } from './browser.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { spread } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';

const staff = Number(process.argv[2] ?? 100_000);
const CLICKS = 7;

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-next-page-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const product = await startProduct(ownerUrl);
  const browser = await chromium.launch({ executablePath: systemBrowser(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    await signIn(context, product.baseUrl, credentials);
    const page = await context.newPage();
    await page.goto(`${product.baseUrl}/staff`);
    await page.getByRole('button', { name: 'Next page' }).waitFor();
    await page.waitForLoadState('networkidle');
    const times: number[] = [];
    for (let click = 0; click < CLICKS; click += 1) {
      // In the page itself, so that what the driver takes is not counted.
      const took = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const rows = () => document.querySelector('tbody tr')?.textContent;
            const before = rows();
            const button = document.querySelector<HTMLButtonElement>('button[aria-label="Next page"]');
            const started = performance.now();
            const look = () =>
              rows() !== before && document.querySelector('tbody tr')
                ? resolve(performance.now() - started)
                : requestAnimationFrame(look);
            button?.click();
            requestAnimationFrame(look);
          }),
      );
      times.push(took);
      await page.waitForLoadState('networkidle');
    }
    console.log(
      JSON.stringify({
        bench: 'next-page',
        staff,
        milliseconds: spread(times.slice(1), 0),
        machine: machine(),
        load: load(),
      }),
    );
  } finally {
    await browser.close();
    await product.stop();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
