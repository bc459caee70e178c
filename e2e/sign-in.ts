import { expect, type Page } from '@playwright/test';
import type { Access } from '../db/seed/access.ts';

type Admin = Pick<Access, 'appName' | 'adminUsername' | 'adminPassword'> & {
  /** The user's own, in place of a temporary password. */
  newPassword?: string;
};

/**
 * Signs the page's browser context in by the two calls that the form makes, then opens `to`, a path under `/campus`.
 * The form itself is tested by sign-in.spec.ts and account.spec.ts.
 */
export async function signIn(page: Page, baseUrl: string, access: Admin, to = '/'): Promise<void> {
  const auth = `${baseUrl}/api/auth`;
  const { csrfToken } = await (await page.request.get(`${auth}/csrf`)).json();
  const answer = await page.request.post(`${auth}/callback/credentials`, {
    form: {
      appName: access.appName,
      username: access.adminUsername,
      password: access.adminPassword,
      ...(access.newPassword && { newPassword: access.newPassword }),
      callbackUrl: '/campus',
      csrfToken,
      json: 'true',
    },
  });
  const { url } = await answer.json();
  expect(new URL(url, baseUrl).searchParams.get('error'), 'error of the sign-in').toBeNull();
  await page.goto(`${baseUrl}${to}`);
  await hydrated(page);
}

/** Waits until React handles events: a click before that is lost. */
const hydrated = (page: Page) =>
  page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('h1, main button, main input')];
    const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'));
    return shown.length > 0 && shown.every(isReacts);
  });

/** The page's session has ended elsewhere. The page may find out by itself just now and leave, which ends the reload. */
export const expectSignedOut = (page: Page): Promise<void> =>
  expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  }).toPass();
