import { allDistricts } from '../../lib/district/find-district.ts';
import { districtFacts } from '../../lib/setup/district-facts.ts';
import { asOwner } from './as-owner.ts';

/** Prints one line of JSON per district. */
export const list = (): Promise<void> =>
  asOwner(async ({ db }) => {
    for (const district of await allDistricts(db))
      console.log(JSON.stringify(await districtFacts(db, district)));
  });
