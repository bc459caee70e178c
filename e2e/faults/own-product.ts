import { setTimeout as pause } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import { type Database, openDatabase } from '../../db/client.ts';
import { newTestDistrict, type TestDistrict } from '../district.ts';
import { OwnDatabase } from '../product/own-database.ts';
import { type Different, Product } from '../product/product.ts';
import { Vendor } from '../vendor.ts';
import { roundOf } from './scenario.ts';

interface PerTest {
  /** Running. */
  database: OwnDatabase;
  /** Of all faults in turn: what the one before left running still runs. */
  product: Product;
  /** More processes on the same database. Nothing of them is started; at the end of the test they are stopped. */
  another: (different?: Different) => Promise<Product>;
  owner: Database;
  district: TestDistrict;
  vendor: Vendor;
  /** Which repetition of the scenario this is, from 0. */
  round: number;
}
interface PerProcess {
  /** Of all faults in turn: a new server for each would take longer than most faults. */
  installation: OwnDatabase;
  /** Starting web and worker takes some seconds of processor time: they outlive a fault that leaves them alive. */
  kept: Product;
}

/** A product of the faults' own, so that it may be broken. */
export const test = base.extend<PerTest, PerProcess>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
    async ({}, use) => {
      const database = await OwnDatabase.create();
      await Product.on(database.ownerUrl);
      await use(database);
      await database.remove();
    },
    { scope: 'worker' },
  ],
  kept: [
    async ({ installation }, use) => {
      const product = await Product.at(installation.ownerUrl);
      await use(product);
      await product.kill();
    },
    { scope: 'worker' },
  ],
  database: async ({ installation }, use) => {
    if (!installation.running) await installation.start();
    await use(installation);
  },
  product: async ({ database: _running, kept }, use) => use(kept),
  another: async ({ database }, use) => {
    const products: Product[] = [];
    await use(async (different) => {
      const product = await Product.at(database.ownerUrl, different);
      products.push(product);
      return product;
    });
    await Promise.all(products.map((product) => product.kill()));
  },
  owner: async ({ database }, use) => {
    const owner = openDatabase(database.ownerUrl, { max: 4 });
    await use(owner);
    // A test that failed may have left a transaction open, for which this would wait.
    await Promise.race([owner.close(), pause(2_000)]);
  },
  district: async ({ owner, product: _migrated }, use) => use(await newTestDistrict(owner)),
  vendor: async ({ product, district }, use) => use(new Vendor(product.baseUrl, district.access)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures this one needs
  round: async ({}, use, { title }) => use(roundOf(title)),
});
