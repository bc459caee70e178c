import { existsSync } from 'node:fs';

/** The first one is used: without window, menus and extensions it needs 40 % less processor time for the page tests. */
const BROWSERS = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The system's browser for the tests; undefined if there is none. */
export const systemBrowser = (): string | undefined => BROWSERS.find((path) => existsSync(path));
