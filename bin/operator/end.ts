import { endAllOperators } from '../../lib/operator/session.ts';
import { asOwner } from '../district/as-owner.ts';

/** Prints how many sessions and links of the operator's page have ended. */
export const end = (): Promise<void> =>
  asOwner(async ({ db }) => {
    console.log(JSON.stringify({ ended: await endAllOperators(db) }));
  });
