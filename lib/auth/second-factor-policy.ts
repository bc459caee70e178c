import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery } from '../../db/query.ts';
import { signInPolicy } from '../../db/schema/access.ts';
import { Forbidden } from '../failure.ts';
import { AUTH_TEXTS } from './texts.ts';

const required = orm
  .select({ required: signInPolicy.secondFactorRequired })
  .from(signInPolicy)
  .where(inDistrict(signInPolicy));
const policy = defineQuery('whether a second factor is required', () => required);

/** Part of a query: whether the district requires a second factor of its users. */
export const FACTOR_REQUIRED = sql<boolean>`coalesce((${required}), false)`;

/** Whether the district requires a second factor of its users. */
export const isFactorRequired = async (tx: Transaction): Promise<boolean> =>
  (await policy.first(tx))?.required ?? false;

/** The refusal of every call but those that set the factor up, until the user has one. Pages then open that page. */
export const factorNeeded = (): Forbidden =>
  new Forbidden(AUTH_TEXTS.secondFactorNeeded(), [], { secondFactorNeeded: true });
