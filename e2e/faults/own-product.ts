import { test as base } from '@playwright/test';
import { type Database, openDatabase } from '../../db/client.ts';
import { newTestDistrict, type TestDistrict } from '../district.ts';
import { OwnDatabase } from '../product/own-database.ts';
import { Product } from '../product/product.ts';
import { Vendor } from '../vendor.ts';

interface Own {
  database: OwnDatabase;
  /** With its schema, nothing started: what runs is the test's to say. */
  product: Product;
  owner: Database;
  district: TestDistrict;
  vendor: Vendor;
}

/** A product of the test's own, so that it may be broken. */
export const test = base.extend<Own>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
  database: async ({}, use) => {
    const database = await OwnDatabase.create();
    await use(database);
    await database.remove();
  },
  product: async ({ database }, use) => {
    const product = await Product.on(database.ownerUrl);
    await use(product);
    await product.stop();
  },
  owner: async ({ database }, use) => {
    const owner = openDatabase(database.ownerUrl, { max: 4 });
    await use(owner);
    await owner.close();
  },
  district: async ({ owner, product: _migrated }, use) => use(await newTestDistrict(owner)),
  vendor: async ({ product, district }, use) => use(new Vendor(product.baseUrl, district.access)),
});
