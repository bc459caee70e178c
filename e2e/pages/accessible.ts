import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

/** axe's rules that a theme can break; the others look at what is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing, by all rules or by those named, and nothing but a table scrolls sideways. */
export async function expectAccessible(page: Page, where: string, rules?: string[]): Promise<void> {
  let found = await findings(page, rules);
  const toasts = page.locator('[data-sonner-toast]');
  if (found.length > 0 && (await toasts.count()) > 0) {
    // One that began to fade while axe looked is half transparent.
    await expect(toasts).toHaveCount(0, { timeout: 20_000 });
    found = await findings(page, rules);
  }
  expect.soft(found, where).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // A toast that is just sliding in is half transparent.
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => animation.playState !== 'running'),
  );
  // No page has frames of another origin. For those axe would open an empty page and load itself once more, at each look.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The page as it stands, looked at by axe, dark and light; with `PICTURES=1` kept as pictures, to be looked at. */
export async function lookInBothThemes(page: Page, info: TestInfo, where: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(page, `${where}, ${theme}`, theme === 'dark' ? undefined : OF_COLOURS);
    if (process.env.PICTURES)
      await page.screenshot({ path: info.outputPath(`${where}-${theme}.png`), fullPage: true });
  }
}
