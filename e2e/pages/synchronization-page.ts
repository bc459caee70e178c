import { expect, type Locator, type Page } from '@playwright/test';

export const PATH = '/business-office/synchronization';

const BUTTONS = [
  'Start Transfer',
  'Transfer Staff Via File Upload',
  'End Transfer',
  'Restart Transfer',
  'Validate',
  'Commit',
  'Cancel',
] as const;
type ButtonName = (typeof BUTTONS)[number];

/** *Staff Synchronization*, by what people see and can press. */
export class SynchronizationPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  button = (name: ButtonName): Locator => this.page.getByRole('button', { name, exact: true });

  dialog = (name: string): Locator => this.page.getByRole('dialog', { name });

  /** A figure or a fact by its label. */
  fact = (label: string): Locator => definitionOf(this.page, label);

  step = (name: string): Locator => this.page.getByRole('list').getByRole('link', { name, exact: true });

  /** The state in capitals, and exactly the buttons that SYNC-12 allows in it; a file may be sent while a transfer is started. */
  async expectState(state: string, others: ButtonName[]): Promise<void> {
    const enabled: ButtonName[] =
      state === 'TRANSFER STARTED' ? ['Transfer Staff Via File Upload', ...others] : others;
    await expect(this.page.getByText(`(${state})`, { exact: true })).toBeVisible({ timeout: 20_000 });
    for (const name of enabled) await expect(this.button(name)).toBeEnabled();
    for (const name of BUTTONS)
      if (!enabled.includes(name))
        await expect(this.page.getByRole('button', { name, exact: true, disabled: false })).toHaveCount(0);
  }
}

/** The definition of a term: how every page shows figures and facts. */
export const definitionOf = (within: Page | Locator, label: string): Locator =>
  within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
    .locator('xpath=following-sibling::dd[1]');
