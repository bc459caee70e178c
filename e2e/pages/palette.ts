import { expect, type Page } from '@playwright/test';

/** By its key, which the page knows a moment after it is shown. */
export const openPalette = (page: Page): Promise<void> =>
  expect(async () => {
    if (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
