import { expect, type Page } from '@playwright/test';
import type { Access } from '../db/seed/access.ts';

type Admin = Pick<Access, 'appName' | 'adminUsername' | 'adminPassword'>;

/** Through the form, as people do. `to` is where to go afterwards, a path under `/campus`. */
export async function signIn(page: Page, baseUrl: string, access: Admin, to = '/'): Promise<void> {
  await page.goto(`${baseUrl}/signin?callbackUrl=${encodeURIComponent(`/campus${to}`)}`);
  await page.getByLabel('Username').fill(access.adminUsername);
  await page.getByLabel('Password').fill(access.adminPassword);
  await page.getByLabel('District').fill(access.appName);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeHidden();
  await takenOver(page);
}

/** Until React has taken over what the server drew: a click before that is lost. */
const takenOver = (page: Page) =>
  page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('h1, main button, main input')];
    const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'));
    return shown.length > 0 && shown.every(isReacts);
  });
