import { existsSync } from 'node:fs';
import type { BrowserContext } from 'playwright';
import type { Admin } from './sync-districts.ts';

/** Debian's whole Chromium, which Lighthouse needs, where there is one; else Playwright's own. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** Signs the district's admin in, in a page that is closed again. */
export async function signIn(
  context: BrowserContext,
  baseUrl: string,
  given: { appName: string } & Admin,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/signin?appName=${given.appName}`);
  await page.getByLabel('Username').fill(given.adminUsername);
  await page.getByLabel('Password').fill(given.adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await page.close();
}
