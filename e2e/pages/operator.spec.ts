import { makeOperatorLink } from '../../lib/operator/session.ts';
import { expect, test } from '../fixtures.ts';
import { DESKTOP, lookEverywhere, TELEPHONE } from './accessible.ts';
import { press, tabTo, type } from './by-keyboard.ts';

const PATH = '/operator';

test('operator: a link opens the page, a district is made and its admin reset, by keyboard; axe finds nothing', async ({
  page,
  browser,
  product,
  owner,
  district: { access },
}, info) => {
  test.setTimeout(180_000);
  await page.setViewportSize(TELEPHONE);
  await page.goto(`${product.baseUrl}${PATH}`);
  await expect(page.getByLabel('Command')).toHaveValue('campus operator link');
  await lookEverywhere(page, info, 'operator-closed');

  await page.goto(`${product.baseUrl}${PATH}#${'x'.repeat(43)}`);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This link does not work');

  const { token } = await makeOperatorLink(owner, { madeBy: 'Robin of the night shift' });
  await page.goto(`${product.baseUrl}${PATH}#${token}`);
  await press(page, page.getByRole('button', { name: 'Open' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Districts' })).toBeVisible();
  expect(page.url()).not.toContain(token);

  await page.setViewportSize(DESKTOP);
  await press(page, page.getByRole('button', { name: 'New district' }));
  const dialog = page.getByRole('dialog', { name: 'New district' });
  const appName = `elm-${access.appName}`;
  await type(page, dialog.getByLabel('Name', { exact: true }), 'Elm ISD');
  await type(page, dialog.getByLabel('appName'), 'elm isd');
  await type(page, dialog.getByLabel('Name of the first admin', { exact: true }), 'Kim Elm');
  await press(page, dialog.getByRole('button', { name: 'Make district' }));
  // The field says it, and nothing else says it once more.
  await expect(dialog.getByLabel('appName')).toHaveAccessibleDescription(/The appName must be/);
  await expect(dialog.getByText('The appName must be')).toHaveCount(1);
  await expect(dialog.getByLabel('appName')).toBeFocused();
  await lookEverywhere(page, info, 'operator-new');
  await tabTo(page, dialog.getByLabel('appName'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(appName);
  await press(page, dialog.getByRole('button', { name: 'Make district' }));
  const made = page.getByRole('dialog', { name: `Link for admin of ${appName}` });
  const link = await made.getByLabel('Link').inputValue();
  expect(link).toMatch(/\/campus\/invitation#\w+\.[\w-]{43}$/);
  await press(page, made.getByRole('button', { name: 'Done' }));
  await expect(page.getByRole('button', { name: 'New district' })).toBeFocused();

  const search = page.getByRole('searchbox', { name: 'Search districts' });
  await search.fill(appName);
  const row = page.getByRole('table', { name: 'Districts' }).getByRole('row', { name: /Elm ISD/ });
  await expect(row).toContainText('America/Chicago');
  await expect(page.getByText('1–1 of 1 district')).toBeVisible();

  const admins = await (await browser.newContext()).newPage();
  await admins.goto(`${product.baseUrl}/invitation#${link.split('#')[1]}`);
  await admins.getByLabel('Password', { exact: true }).fill('seven otters on a red bicycle');
  await admins.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(admins.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

  await press(page, row.getByRole('button', { name: /^Export or close/ }));
  const close = page.getByRole('dialog', { name: 'Export or close Elm ISD' });
  await expect(close.getByRole('textbox', { name: 'Close' })).toHaveValue(
    new RegExp(`^campus district close --app-name ${appName} --to \\S+ --confirm ${appName}$`),
  );
  await lookEverywhere(page, info, 'operator-close');
  await page.keyboard.press('Escape');

  await press(page, row.getByRole('button', { name: /^Reset an administrator/ }));
  const reset = page.getByRole('dialog', { name: 'Reset an administrator of Elm ISD' });
  await expect(reset.getByLabel('Administrator')).toHaveValue('admin');
  await lookEverywhere(page, info, 'operator-reset');
  await press(page, reset.getByRole('button', { name: 'Reset' }));
  const again = page.getByRole('dialog', { name: `Link for admin of ${appName}` });
  expect(await again.getByLabel('Link').inputValue()).not.toBe(link);
  await press(page, again.getByRole('button', { name: 'Done' }));
  await admins.reload();
  await expect(admins.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  const done = page.getByRole('table', { name: 'What operators did' });
  await expect(done.getByRole('row').nth(1)).toContainText(`${appName}, admin`);
  await expect(done.getByRole('row').nth(2)).toContainText('District made');
  await expect(page.getByRole('region', { name: 'Installation' })).toContainText('1 worker answers.');
  await search.fill('');
  await expect(page.getByRole('table', { name: 'Districts' }).getByRole('row').nth(2)).toBeVisible();
  await lookEverywhere(page, info, 'operator');

  await press(page, page.getByRole('button', { name: 'End session' }));
  await expect(page.getByLabel('Command')).toBeVisible();
});
