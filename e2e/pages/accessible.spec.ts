import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, staffOf, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookInBothThemes } from './accessible.ts';
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

for (const width of [1280, 375])
  test(`axe finds nothing, light and dark, ${width} px: sign-in, every state, report, dialog, results, home`, async ({
    browser,
    product,
    vendor,
    district: { access, ctx },
  }, info) => {
    // Some forty looks of axe at two themes: a minute, or three on a busy machine.
    test.setTimeout(300_000);
    await fill(ctx);
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const sync = new SynchronizationPage(page);
    const look = (where: string) => lookInBothThemes(page, info, where);

    await page.goto(`${product.baseUrl}/signin`);
    await look('sign-in');
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
    const { runId } = ok(await vendor.validate(), 200);
    await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);
    await look('validated');
    await sync.button('Commit').click();
    await expect(sync.dialog('Commit')).toBeVisible();
    await look('commit');
    await page.keyboard.press('Escape');
    await page.goto(`${product.baseUrl}/business-office/validation/${runId}`);
    await expect(
      page.getByRole('heading', { level: 2, name: 'Staff Synchronization Details' }),
    ).toBeVisible();
    await look('report');
    ok(await vendor.commit(), 200);
    await page.goto(`${product.baseUrl}${PATH}`);
    await sync.expectState('COMMITTED', ['Start Transfer']);
    await expect(sync.fact('Failed')).toHaveText('1');
    await look('committed');
    await page.getByRole('link', { name: 'All results' }).click();
    await expect(page.getByRole('table', { name: 'Results per staff member' })).toBeVisible();
    await look('results');
    await page.goto(`${product.baseUrl}/`);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    await look('home');
    await page.goto(`${product.baseUrl}/nothing`);
    await look('not-found');
    await page.goto(`${product.baseUrl}/`);
    if (width === 375) {
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('menu');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeFocused();
    } else {
      await openPalette(page);
      await look('palette');
    }
    await context.close();
  });
