import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser for the tests: the system's, else Playwright's, else Debian's. @returns what to do where there is none */
export function ensureBrowser(): string | undefined {
  if (isThere()) return undefined;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Installing Debian's chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (isThere()) return undefined;
  }
  return 'There is no Chromium for the browser tests. Install it: apt-get install chromium';
}

const isThere = () => SYSTEM.some(existsSync) || existsSync(chromium.executablePath());
