import { seedGrandBend } from '../db/seed/grand-bend.ts';
import { testKeys } from '../db/testing/keys.ts';
import { throwAwayDatabase } from '../db/testing/throw-away-database.ts';
import { buildProduct } from './build.ts';
import { type Facts, passOn } from './facts.ts';
import { Product } from './product/product.ts';

/**
 * One running product for the whole run: built, on a throw-away database, with the sample district. `npm run faults` needs the
 * build alone: the faults have products of their own.
 */
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  await buildProduct();
  if (process.env.ALL_FAULTS) return undefined;
  const database = await throwAwayDatabase();
  let product: Product | undefined;
  const stop = async () => {
    await product?.stop();
    await database.remove();
  };
  try {
    product = await Product.on(database.ownerUrl);
    const sample = await seedGrandBend(database.ownerUrl, testKeys);
    await product.start();
    passOn({ ownerUrl: database.ownerUrl, baseUrl: product.baseUrl, sample } satisfies Facts);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
