import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, staffOf, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';
import { DESKTOP, lookEverywhere, lookInBothThemes, TELEPHONE } from './accessible.ts';
import { openPalette } from './palette.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstoneha';

/** A district in which every section of the report has something to say, long names among it. */
async function fill(ctx: Context): Promise<void> {
  await insertPerson(ctx, {
    staffNumber: '10058',
    lastName: 'Brown',
    ssn: '987654321',
    workEmail: 'allison.brown@a-very-long-name-of-a-school-district.k12.mn.us',
    employments: [{ hireDate: '2020-12-08' }],
    positions: [
      { assignmentCode: '106', startDate: '2023-01-13', section: 'Swimming' },
      { assignmentCode: '20', startDate: '2021-08-01' },
    ],
  });
  await insertPerson(ctx, { staffNumber: '9', positions: [{ startDate: '2020-08-01' }] });
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: 'PENDING' });
}

const FEED = [
  pat({
    lastName: LONG,
    ssn: '123-45-6789',
    employments: [{ hireDate: '2020-07-25', terminationDate: null }],
    positions: [teacher({ assignmentCode: '106', startDate: '2020-07-25' })],
    household: {
      householdLocations: [
        {
          address: {
            fullStreetAddress: '4321 South Lexington Ave SE Apt 45',
            city: 'Blaine',
            state: 'MN',
            zip: '55123',
          },
        },
      ],
    },
  }),
  pat({ staffNumber: 'PENDING' }),
  ...staffOf(3),
];

test('axe finds nothing in sign-in, home, the menu, the palette and a page that is not there', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  await fill(ctx);
  await vendor.send(FEED);
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  await page.setViewportSize(TELEPHONE);
  await page.goto(`${product.baseUrl}/signin`);
  await lookEverywhere(page, info, 'sign-in');
  await signIn(page, product.baseUrl, access);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'To do' }).getByRole('listitem').first()).toContainText(
    '1 person failed in the commit of',
  );
  await lookEverywhere(page, info, 'home');
  await page.getByRole('button', { name: 'Hide first steps' }).press('Enter');
  await expect(page.getByRole('region', { name: 'First steps' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show first steps' })).toBeFocused();
  await page.reload();
  await page.getByRole('button', { name: 'Show first steps' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'First steps' })).toBeFocused();
  await page.goto(`${product.baseUrl}/nothing`);
  await lookEverywhere(page, info, 'not-found');
  await page.goto(`${product.baseUrl}/`);
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await menu.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookInBothThemes(page, info, 'menu');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.setViewportSize(DESKTOP);
  await openPalette(page);
  await lookInBothThemes(page, info, 'palette');
});

test('axe finds nothing in Staff Synchronization while HR transfers', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  const look = (where: string) => lookEverywhere(page, info, where);
  const sync = new SynchronizationPage(page);
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, PATH);
  await sync.expectState('NOT STARTED', ['Start Transfer']);
  await look('not-started');
  ok(await vendor.start(), 201);
  await sync.expectState('TRANSFER STARTED', ['Restart Transfer']);
  await look('waiting');
  ok(await vendor.transfer(FEED), 200);
  await expect(sync.fact('Staff Transferred')).toHaveText(String(FEED.length));
  await look('transferring');
  ok(await vendor.end(), 200);
  await sync.expectState('TRANSFER ENDED', ['Restart Transfer', 'Validate']);
  await look('transferred');
});

test('axe finds nothing in validation, report, commit and results', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  const look = (where: string) => lookEverywhere(page, info, where);
  const sync = new SynchronizationPage(page);
  await fill(ctx);
  await vendor.send(FEED);
  const { runId } = ok(await vendor.validate(), 200);
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, PATH);
  await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);
  await look('validated');
  await sync.button('Commit').click();
  await expect(sync.dialog('Commit')).toBeVisible();
  await look('commit');
  await page.keyboard.press('Escape');
  await page.goto(`${product.baseUrl}/business-office/validation/${runId}`);
  await expect(page.getByRole('heading', { level: 2, name: 'Staff Synchronization Details' })).toBeVisible();
  await look('report');
  ok(await vendor.commit(), 200);
  await page.goto(`${product.baseUrl}${PATH}`);
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Failed')).toHaveText('1');
  await look('committed');
  await page.getByRole('link', { name: 'All results' }).click();
  await expect(page.getByRole('table', { name: 'Results per staff member' })).toBeVisible();
  await look('results');
});
