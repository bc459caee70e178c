import { readFileSync } from 'node:fs';
import { textRun } from '../../db/sql-text.ts';
import { redirectUri } from '../../lib/single-sign-on/addresses.ts';
import {
  OIDC_CLIENT,
  type OidcServer,
  startOidcServer,
} from '../../lib/single-sign-on/testing/oidc-server.ts';
import { type SamlServer, startSamlServer } from '../../lib/single-sign-on/testing/saml-server.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/admin/single-sign-on';
const KIM = { sub: 'k-1', preferred_username: 'kim', name: 'Kim Clerk', groups: ['office'] };

let provider: OidcServer | SamlServer | undefined;
test.afterEach(() => provider?.stop());

test('single sign-on from its settings by a test to a sign-in, a refusal, and passwords off', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  const redirect = redirectUri(product.baseUrl.replace('/campus', ''), ctx.district);
  const oidc = await startOidcServer([redirect]);
  provider = oidc;
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByLabel('Redirect URI')).toHaveValue(redirect);
  await page.getByLabel('Issuer').fill(oidc.issuer);
  await page.getByLabel('Client ID').fill(OIDC_CLIENT.clientId);
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('Enter the client secret.').first()).toBeVisible();
  await page.getByLabel('Client secret').fill(OIDC_CLIENT.clientSecret);
  await page.getByLabel('Scopes').fill('openid profile email groups');
  await page.getByRole('button', { name: 'Add group' }).press('Enter');
  await page.getByLabel('Group 1', { exact: true }).fill('office');
  await page.getByRole('group', { name: 'Tool rights of group 1' }).getByLabel('Staff').check();
  await page.getByRole('group', { name: 'Tool rights of group 1' }).getByLabel('User Security').check();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('region', { name: 'State' })).toContainText('No test has succeeded');
  await lookEverywhere(page, info, 'single sign-on, settings');

  oidc.signIn(KIM);
  await page.getByRole('button', { name: 'Test connection' }).press('Enter');
  const result = page.getByRole('region', { name: 'Test sign-in' });
  await expect(result).toContainText('Creates the user kim and signs in.');
  await result.getByText('All claims that arrived').click();
  await expect(result).toContainText('k-1');
  await lookEverywhere(page, info, 'single sign-on, tested');
  await page.getByRole('button', { name: 'Switch on' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).press('Enter');
  await expect(page.getByRole('region', { name: 'State' })).toContainText('The sign-in page offers');
  await page.getByRole('button', { name: 'Turn passwords off' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Turn passwords off' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText(
    'Choose at least one emergency admin',
  );

  await page.context().clearCookies();
  await page.goto(`${product.baseUrl}/staff`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Use single sign-on' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('application name');
  await page.getByLabel('District').fill(access.appName);
  await page.getByRole('button', { name: 'Use single sign-on' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await expect(page).toHaveURL(`${product.baseUrl}/staff`);
  await page.goto(`${product.baseUrl}/account`);
  await expect(page.getByRole('region', { name: 'Single sign-on' })).toContainText('Linked');
  await expect(page.getByRole('region', { name: 'Password', exact: true })).toHaveCount(0);

  await page.goto(product.baseUrl + PATH);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update session set created_at = created_at - interval '11 minutes', confirmed_at = null where district_id = $1`,
      [tx.districtId],
    ),
  );
  await page.getByRole('button', { name: 'Test connection' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await lookEverywhere(page, info, 'sign in again');
  const opened = page.context().waitForEvent('page');
  await dialog.getByRole('button', { name: 'Sign in again' }).press('Enter');
  const tab = await opened;
  await expect(tab.getByRole('heading', { name: 'You signed in again' })).toBeVisible();
  await tab.close();
  await dialog.getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(result).toContainText('Signs in as kim.');

  await page.context().clearCookies();
  await page.goto(`${product.baseUrl}/signin?appName=${access.appName}`);
  await lookEverywhere(page, info, 'sign-in with single sign-on');
  oidc.signIn({ ...KIM, sub: 'p-1', preferred_username: 'pupil', groups: ['pupils'] });
  await page.getByRole('link', { name: 'Continue with single sign-on' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('none of your groups');
  await lookEverywhere(page, info, 'single sign-on, refused');
  await page.getByRole('link', { name: 'Go to the sign-in page' }).click();
  await expect(page.getByLabel('District')).toHaveValue(access.appName);
});

test('SAML from the provider’s metadata by a test to a sign-in from another site', async ({
  page,
  product,
  district: { access },
}, info) => {
  const saml = await startSamlServer();
  expect(new URL(product.baseUrl).hostname).not.toBe(new URL(saml.metadataUrl).hostname);
  provider = saml;
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('radio', { name: 'SAML 2.0' }).check();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('metadata first');
  await page.getByLabel('Or paste the metadata').fill('<html/>');
  await page.getByRole('button', { name: 'Read what is pasted' }).press('Enter');
  await expect(page.getByText('These are no SAML metadata')).toBeVisible();
  await page.getByLabel('Metadata URL').fill(saml.metadataUrl);
  await page.getByRole('button', { name: 'Read from URL' }).press('Enter');
  await expect(page.getByRole('group', { name: 'What the metadata say' })).toContainText('12/31/2049');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Campus’ metadata' }).click();
  saml.register(readFileSync(await (await download).path(), 'utf8'));
  await page.getByRole('button', { name: 'Add group' }).press('Enter');
  await page.getByLabel('Group 1', { exact: true }).fill('office');
  await page.getByRole('group', { name: 'Tool rights of group 1' }).getByLabel('Staff').check();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('region', { name: 'State' })).toContainText('No test has succeeded');
  await lookEverywhere(page, info, 'SAML, settings');

  saml.signIn({
    nameId: 'k-1',
    attributes: { username: 'kim', name: 'Kim Clerk', groups: ['all', 'office'] },
  });
  await page.getByRole('button', { name: 'Test connection' }).press('Enter');
  const result = page.getByRole('region', { name: 'Test sign-in' });
  await expect(result).toContainText('Creates the user kim and signs in.');
  await page.getByRole('button', { name: 'Switch on' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).press('Enter');
  await expect(page.getByRole('region', { name: 'State' })).toContainText('The sign-in page offers');

  await page.context().clearCookies();
  await page.goto(`${product.baseUrl}/signin?appName=${access.appName}&callbackUrl=/campus/staff`);
  await page.getByRole('link', { name: 'Continue with single sign-on' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await page.goto(`${product.baseUrl}/account`);
  await expect(page.getByRole('region', { name: 'Single sign-on' })).toContainText('Linked');
});
