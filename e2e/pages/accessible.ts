import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, type TestInfo } from '@playwright/test';
import type { RunOptions } from 'axe-core';

/** axe's rules that a theme can break; the others look at what is the same in both. */
const OF_COLORS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const DESKTOP = { width: 1280, height: 800 };
/** The tests that look by axe work at this width, because the others do at a desktop's. */
export const TELEPHONE = { width: 375, height: 800 };

/**
 * What axe finds on the page as it is shown now, one sentence for each element.
 * @param options of `axe.run`; without any, all of axe's rules
 */
export async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  // axe looks into a frame only if it is loaded there, too.
  expect(page.frames()).toHaveLength(1);
  // A toast that is just sliding in is half transparent. A button that waits for its answer turns all the while.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
  // axe's own binding for Playwright sends twice the bytes, and sends them twice for each look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...given });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, options);
}

/** axe finds nothing, and nothing but a table scrolls sideways. */
async function expectAccessible(page: Page, where: string, options?: RunOptions): Promise<void> {
  let found = await findings(page, options);
  const toasts = page.locator('[data-sonner-toast]');
  if (found.length > 0 && (await toasts.count()) > 0) {
    // One that began to fade while axe looked is half transparent.
    await expect(toasts).toHaveCount(0, { timeout: 20_000 });
    found = await findings(page, options);
  }
  expect.soft(found, where).toEqual([]);
  await expectNothingSideways(page, where);
}

export async function expectNothingSideways(page: Page, where: string): Promise<void> {
  // A heading is there before the page's styles are.
  await page.waitForLoadState();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The page as it is shown, looked at by axe, dark and light; with `PICTURES=1` kept as pictures, to be looked at. */
export async function lookInBothThemes(page: Page, info: TestInfo, where: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(page, `${where}, ${theme}`, theme === 'dark' ? undefined : OF_COLORS);
    if (process.env.PICTURES)
      await page.screenshot({ path: info.outputPath(`${where}-${theme}.png`), fullPage: true });
  }
}

/** The same at the width of a desktop and of a telephone. Afterwards the page is as wide as before. */
export async function lookEverywhere(page: Page, info: TestInfo, where: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of [DESKTOP, TELEPHONE]) {
    await page.setViewportSize(size);
    await lookInBothThemes(page, info, `${where}-${size.width}`);
  }
  if (before) await page.setViewportSize(before);
}
