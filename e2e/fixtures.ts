import { test as base, expect, type Page } from '@playwright/test';
import { type Database, openDatabase } from '../db/client.ts';
import { newTestDistrict, type TestDistrict } from './district.ts';
import { type Facts, facts } from './facts.ts';
import { signIn } from './sign-in.ts';
import { Vendor } from './vendor.ts';

interface PerTest {
  /** A district of the test's own, so that no test sees another's people. */
  district: TestDistrict;
  /** The district's HR system. */
  vendor: Vendor;
  /** *Staff Synchronization*, the district's admin before it. */
  admin: Page;
}
interface PerProcess {
  product: Facts;
  /** The database's owner. */
  owner: Database;
}

export const test = base.extend<PerTest, PerProcess>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
    async ({}, use) => use(facts()),
    { scope: 'worker' },
  ],
  owner: [
    async ({ product }, use) => {
      const owner = openDatabase(product.ownerUrl, { max: 4 });
      await use(owner);
      await owner.close();
    },
    { scope: 'worker' },
  ],
  district: async ({ owner }, use) => use(await newTestDistrict(owner)),
  vendor: async ({ product, district }, use) => use(new Vendor(product.baseUrl, district.access)),
  admin: async ({ page, product, district }, use) => {
    await signIn(page, product.baseUrl, district.access, '/business-office/synchronization');
    await use(page);
  },
});

export { expect };
