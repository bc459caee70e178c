import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { systemBrowser } from './system-browser.ts';

/** A browser for the tests: the system's, else Playwright's, else Debian's. @returns what to do if there is none */
export function ensureBrowser(): string | undefined {
  if (isInstalled()) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Installing Debian's chromium-headless-shell …");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
    ])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (isInstalled()) return undefined;
  }
  return 'There is no Chromium for the browser tests. Install it: apt-get install chromium-headless-shell';
}

const isInstalled = () => systemBrowser() !== undefined || existsSync(chromium.executablePath());
