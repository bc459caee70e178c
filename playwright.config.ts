import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from './e2e/chromium.ts';
import { patienceMs } from './e2e/patience.ts';

/**
 * The product as its users meet it: processes, HTTP and a real browser. e2e/start.ts builds it and starts it on a
 * throw-away database; the faults start, stop and kill products of their own.
 */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start.ts',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A test that fails now and then is a failure: its cause is to be found.
  retries: 0,
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    channel: undefined,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    // Neither the district's zone nor the server's: dates must be the district's wherever the admin sits.
    timezoneId: 'Asia/Tokyo',
    screenshot: 'only-on-failure',
    // Without pictures of every frame: these took up to a third of the page tests' processor time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: chromiumOptions(),
  },
  projects: [
    { name: 'faults', testDir: 'e2e/faults', timeout: patienceMs(120_000) },
    { name: 'pages', testDir: 'e2e/pages', timeout: 180_000 },
    { name: 'api', testMatch: ['**/e2e/api/*.spec.ts', '**/e2e/oracle/*.spec.ts'] },
    // Takes the guides' pictures anew, when asked.
    ...(process.env.PICTURES ? [{ name: 'pictures', testDir: 'e2e/pictures', timeout: 300_000 }] : []),
  ],
});
