import type { Access } from '../db/seed/access.ts';

/** What the tests know of the running product. */
export interface Facts {
  /** `{origin}/campus` */
  baseUrl: string;
  ownerUrl: string;
  /** How to get into the sample district, Grand Bend. The browser's main job owns it: no other test may use it. */
  sample: Access;
}

/** The variable that holds them. The product's processes don't get it: it has the owner's password. */
export const FACTS_VARIABLE = 'CAMPUS_E2E_FACTS';

/** Hands the facts to the test processes, which inherit the environment. */
export function passOn(facts: Facts): void {
  process.env[FACTS_VARIABLE] = JSON.stringify(facts);
}

export function facts(): Facts {
  const json = process.env[FACTS_VARIABLE];
  if (!json) throw new Error('No product is running: e2e/start.ts has not been called.');
  return JSON.parse(json) as Facts;
}
