import type { LaunchOptions } from '@playwright/test';
import { systemBrowser } from '../bin/test/system-browser.ts';

/** A system Chromium, else the one Playwright brought. Nothing it does by itself may reach for the network. */
export const chromiumOptions = (): LaunchOptions => ({
  executablePath: systemBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
