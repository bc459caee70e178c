import { and } from 'drizzle-orm';
import { beginsWith } from '../../db/begins-with.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineSearch } from '../../db/query.ts';
import { person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { ssnIndexes } from '../crypto/seal-ssn.ts';
import { readSearch } from './read-search.ts';

const holdersOfNumber = defineSearch(
  'somebody whose staff number begins so',
  (orm, { key }: { key: string }) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(and(inDistrict(person), beginsWith(person.staffNumberKey, key)))
      .limit(1),
  { key: '123456789' },
);

/**
 * The blind indexes of the SSN that a search text means. Undefined for any other text, and for nine digits that a staff number
 * begins with: in a district with such numbers, a search for one says nothing about an SSN and does not count as such.
 */
export async function ssnMeant(ctx: Context, search: string): Promise<Buffer[] | undefined> {
  const { ssn, staffNumber } = readSearch(search) ?? {};
  if (ssn === undefined) return undefined;
  const holders =
    staffNumber === undefined
      ? []
      : await ctx.db.inDistrict(ctx.district.id, (tx) => holdersOfNumber(tx, { key: staffNumber }));
  return holders.length > 0 ? undefined : ssnIndexes(ctx.keys, ctx.district.id, ssn);
}
