import { existsSync } from 'node:fs';

/** The first one that is there. Without window, menus and extensions, the headless shell costs about a third less. */
const BROWSERS = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The system's browser for the tests; undefined if there is none. */
export const systemBrowser = (): string | undefined => BROWSERS.find((path) => existsSync(path));
