import { expect, type Locator, type Page } from '@playwright/test';
import type { ExpectedReport } from '../oracle/expected-report.ts';
import { definitionOf } from './synchronization-page.ts';

type Section =
  | 'demographics'
  | 'employments'
  | 'addresses'
  | 'hrNotInCampus'
  | 'campusNotInHr'
  | 'duplicateStaffNumbers';

/** How each section's heading begins (VAL-2). */
const HEADINGS: Record<Section, RegExp> = {
  demographics: /Demographic Differences/i,
  employments: /District Employment Differences/i,
  addresses: /Address/i,
  hrNotInCampus: /HR staff NOT in Campus/i,
  campusNotInHr: /Campus staff NOT in HR/i,
  duplicateStaffNumbers: /employees with duplicate Staff Numbers/i,
};

/** *Staff Synchronization Validation Report*, by the guide's labels. */
export class ValidationReportPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  section = (name: Section): Locator =>
    this.page
      .getByRole('region')
      .filter({ has: this.page.getByRole('heading', { level: 3, name: HEADINGS[name] }) });

  openSections = (): Promise<void> => this.page.getByRole('tab', { name: 'Sections' }).click();

  /** Every figure under the guide's own label. */
  async expectSummary(summary: ExpectedReport['summary']): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 1, name: 'Staff Synchronization Validation Report' }),
    ).toBeVisible();
    const { demographics, duplicateStaffNumbers } = summary;
    const tiles = this.page.getByRole('region', { name: 'Staff Synchronization Summary' });
    const figures: [string, number][] = [
      ['Demographic differences', demographics.people],
      ['SSN', demographics.ssn],
      ['Staff Number', demographics.staffNumber],
      ['Name', demographics.name],
      ['Middle Initial Only', demographics.middleInitial],
      ['Gender', demographics.gender],
      ['Personal Email', demographics.personalEmail],
      ['Work Email', demographics.workEmail],
      ['Cell', demographics.cellPhone],
      ['Other Phone', demographics.otherPhone],
      ['Work Phone', demographics.workPhone],
      ['Birth Date', demographics.birthDate],
      ['District Employment differences', summary.employments],
      ['District Assignment differences', summary.assignments],
      ['Address differences', summary.addresses],
      ['HR staff NOT in Campus', summary.hrNotInCampus],
      ['Campus staff NOT in HR', summary.campusNotInHr],
      ['Campus staff with duplicate staff numbers', duplicateStaffNumbers.people],
    ];
    for (const [label, figure] of figures)
      await expect(definitionOf(tiles, label), label).toHaveText(new RegExp(`^${figure}(\\D|$)`));
    await expect(definitionOf(tiles, 'Campus staff with duplicate staff numbers')).toContainText(
      new RegExp(`${duplicateStaffNumbers.numbers} number`),
    );
  }

  /** Rows below the header: one an entry, or two where they are pairs. */
  rowsIn = (name: Section): Promise<number> => this.section(name).locator('tbody tr').count();

  /** The staff numbers in a section, each once, sorted; of a pair with one side only, that side's. */
  async staffNumbersIn(name: Section): Promise<string[]> {
    const table = this.section(name).getByRole('table');
    const headings = await table.getByRole('columnheader').allInnerTexts();
    const column = headings.findIndex((heading) => heading.trim() === 'Staff Number');
    const cells = await table.locator(`tbody tr td:nth-child(${column + 1})`).allInnerTexts();
    return [...new Set(cells.map((cell) => cell.trim()).filter((cell) => !/\s/.test(cell)))].sort();
  }
}
