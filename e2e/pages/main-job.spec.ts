import { counted } from '../../lib/text/numbers.ts';
import { campusRows } from '../campus-rows.ts';
import { districtContext } from '../district.ts';
import { expect, test } from '../fixtures.ts';
import { expectedReport } from '../oracle/expected-report.ts';
import { campus, feed } from '../oracle/sample.ts';
import { signIn } from '../sign-in.ts';
import { ok, Vendor } from '../vendor.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';
import { ValidationReportPage } from './validation-report-page.ts';

const expected = expectedReport(campus, feed);
const again = {
  ...expected.summary,
  demographics: Object.fromEntries(Object.keys(expected.summary.demographics).map((field) => [field, 0])),
  employments: 0,
  assignments: 0,
  addresses: 0,
  hrNotInCampus: 0,
} as typeof expected.summary;

/** The Grand Bend district is this test's alone: it is the whole job, from the first sign-in to the second commit. */
test('SYNC-12 VAL-1 Grand Bend: HR transfers, the admin ends, validates, reads, commits; the same feed again changes nothing', async ({
  page,
  product,
  owner,
}, info) => {
  const vendor = new Vendor(product.baseUrl, product.sample);
  const sync = new SynchronizationPage(page);
  const report = new ValidationReportPage(page);
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const ctx = await districtContext(owner, product.sample.appName);
  const before = await campusRows(ctx);

  await test.step('the admin starts the transfer', async () => {
    await signIn(page, product.baseUrl, product.sample, PATH);
    await expect(page.getByRole('heading', { level: 1, name: 'Staff Synchronization' })).toBeVisible();
    await sync.expectState('NOT STARTED', ['Start Transfer']);
    await expect(sync.step('Start Sync')).toHaveAttribute('aria-current', 'step');
    await expect(sync.fact('Staff Transferred')).toHaveText('0');
    await sync.button('Start Transfer').click();
    await sync.expectState('TRANSFER STARTED', ['Restart Transfer']);
    await expect(sync.fact('Started By')).toHaveText('Morgan, Alex');
    const today = new Intl.DateTimeFormat('en-US', { timeZone: campus.district.timeZone }).format(new Date());
    await expect(sync.fact('Date Started')).toHaveText(today);
  });

  await test.step('HR transfers in two calls, and the page shows it without a reload', async () => {
    ok(await vendor.transfer(feed.slice(0, 40)), 200);
    await expect(sync.fact('Staff Transferred')).toHaveText('40');
    ok(await vendor.transfer(feed.slice(40)), 200);
    await expect(sync.fact('Staff Transferred')).toHaveText('70');
    await sync.expectState('TRANSFER STARTED', ['End Transfer', 'Restart Transfer']);
    await picture('transferring');
  });

  await test.step('the admin ends and validates', async () => {
    await sync.button('End Transfer').click();
    await sync.expectState('TRANSFER ENDED', ['Restart Transfer', 'Validate']);
    await sync.button('Validate').click();
    await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);
    await expect(sync.step('Commit')).toHaveAttribute('aria-current', 'step');
    const [created, updated] = [expected.outcomes.created, expected.outcomes.updated].map(({ length }) =>
      counted(length, 'person', 'people'),
    );
    await expect(page.getByText(`create ${created} and update ${updated} in Campus`)).toBeVisible();
    await picture('validated');
  });

  await test.step('the report says what the two files say', async () => {
    await page.getByRole('link', { name: 'Validation Report' }).click();
    await report.expectSummary(expected.summary);
    await report.openSections();
    expect(await report.staffNumbersIn('demographics')).toEqual(sorted(expected.demographics));
    expect(await report.staffNumbersIn('employments')).toEqual(sorted(expected.employments));
    expect(await report.staffNumbersIn('hrNotInCampus')).toEqual(sorted(expected.hrNotInCampus));
    await expect(report.section('campusNotInHr')).toContainText('207219');
    expect(await report.rowsIn('campusNotInHr')).toBe(expected.campusNotInHr.length);
    // VAL-1: the ignored ones are listed with their reason.
    expect(await report.rowsIn('addresses')).toBe(
      expected.addresses.length + expected.householdsIgnored.length,
    );
    await expect(
      report.section('addresses').getByRole('link', { name: 'Why? Rule HH-4' }).first(),
    ).toBeVisible();
    for (const number of ['PENDING', 'pending'])
      await expect(report.section('duplicateStaffNumbers').getByText(number, { exact: true })).toBeVisible();
    await picture('report');
    expect(await campusRows(ctx)).toEqual(before);
  });

  await test.step('the admin thinks better of it, then commits', async () => {
    await page.goBack();
    await sync.button('Commit').click();
    const dialog = sync.dialog('Commit');
    await expect(dialog).toContainText(
      'Be sure that all your data is valid before proceeding with the Commit step. Once a synchronization has been ' +
        'committed, the data cannot be changed in the Campus UI. It can only be changed by performing another sync.',
    );
    await picture('commit');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(sync.button('Commit')).toBeFocused();
    await sync.button('Commit').click();
    await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
    await sync.expectState('COMMITTED', ['Start Transfer']);
    await expectOutcome(sync, expected.outcomes);
    await picture('committed');
  });

  await test.step('Campus holds the truth', async () => {
    const rows = await campusRows(ctx);
    const numbers = rows.person.map((person) => person.staff_number).filter((number) => number !== null);
    for (const { staffNumber } of feed)
      expect(
        numbers.filter((number) => number === staffNumber),
        staffNumber,
      ).toHaveLength(1);
    expect(rows.person).toHaveLength(before.person.length + expected.outcomes.created.length);
    for (const { staffNumber, lastName, firstName } of feed) {
      const person = rows.person.find((row) => row.staff_number === staffNumber);
      const names = rows.identity.filter((row) => row.person_id === person?.id && row.current);
      expect(names, staffNumber).toMatchObject([{ last_name: lastName, first_name: firstName }]);
    }
    const { runId } = ok(await vendor.run(), 200);
    const results = await vendor.results(runId);
    expect(results.map(({ staffNumber }) => staffNumber)).toEqual(feed.map(({ staffNumber }) => staffNumber));
    for (const outcome of ['created', 'updated', 'unchanged'] as const)
      expect(
        results.filter((result) => result.outcome === outcome).map(({ staffNumber }) => staffNumber),
        outcome,
      ).toEqual(expected.outcomes[outcome]);
    // HH-4: the page says that the household is shared.
    for (const staffNumber of expected.householdsIgnored)
      expect(results.find((result) => result.staffNumber === staffNumber)?.warnings.length).toBeGreaterThan(
        0,
      );
  });

  const committed = await campusRows(ctx);

  await test.step('the same feed again, started by HR: nothing differs', async () => {
    await vendor.send(feed);
    await sync.expectState('TRANSFER ENDED', ['Restart Transfer', 'Validate']);
    await expect(sync.fact('Started By')).toHaveText('HR System');
    await sync.button('Validate').click();
    await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);
    await page.getByRole('link', { name: 'Validation Report' }).click();
    await report.expectSummary(again);
    await picture('report-again');
  });

  await test.step('and its commit writes no row', async () => {
    await page.goBack();
    await expect(page.getByText('The commit will change nothing in Campus')).toBeVisible();
    await sync.button('Commit').click();
    await sync.dialog('Commit').getByRole('button', { name: 'Commit', exact: true }).click();
    await sync.expectState('COMMITTED', ['Start Transfer']);
    const everybody = feed.map(({ staffNumber }) => staffNumber);
    await expectOutcome(sync, { created: [], updated: [], unchanged: everybody });
    expect(await campusRows(ctx)).toEqual(committed);
    await expect(
      page.getByRole('table', { name: 'History of synchronizations' }).getByRole('row'),
    ).toHaveCount(3);
  });

  await test.step('the results can be read person by person', async () => {
    await page.getByRole('link', { name: 'All results' }).click();
    await expect(page.getByRole('button', { name: /^Unchanged\s*70$/ })).toBeVisible();
    await page.getByRole('button', { name: /^Created/ }).click();
    await expect(page.getByText('Nobody was created')).toBeVisible();
    await expect(page).toHaveURL(/outcome=created/);
    await picture('results');
  });
});

const sorted = (numbers: readonly string[]): string[] => [...numbers].sort();

async function expectOutcome(sync: SynchronizationPage, outcomes: typeof expected.outcomes): Promise<void> {
  await expect(sync.fact('Created')).toHaveText(String(outcomes.created.length));
  await expect(sync.fact('Updated')).toHaveText(String(outcomes.updated.length));
  await expect(sync.fact('Unchanged')).toHaveText(String(outcomes.unchanged.length));
  await expect(sync.fact('Failed')).toHaveText('0');
}
