import { and, eq, inArray, isNotNull, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { GuardOfPeople } from './limits.ts';

const inSection = (name: string) => eq(difference.section, name);
const hasCampus = isNotNull(difference.campus);

/** As `erasedFields` (lib/report/people/erased.ts) finds them. */
const isErased = (field: SQL) =>
  sql`coalesce(${difference.campus} ->> ${field}, '') <> '' and coalesce(${difference.hr} ->> ${field}, '') = ''`;
const hasErased = and(
  hasCampus,
  isNotNull(difference.hr),
  sql`exists (select from unnest(${difference.fields}) as field
    where (${inSection('demographics')} or ${inSection('addresses')} and field in ('householdName', 'householdPhone'))
      and ${isErased(sql.raw('field'))})`,
);

/** Which entries of a validation count for a limit. */
export const COUNTS_FOR: Record<GuardOfPeople, SQL | undefined> = {
  created: inSection('hrNotInCampus'),
  renamed: and(
    inSection('demographics'),
    sql`${difference.fields} && '{lastName,firstName,middleName}'::text[]`,
  ),
  ended: and(
    inSection('employments'),
    hasCampus,
    sql`${difference.campus} ->> 'terminationDate' is null and ${difference.hr} ->> 'terminationDate' is not null`,
  ),
  // A new person's addresses are listed with nobody of Campus.
  changed: and(
    inArray(difference.section, ['demographics', 'employments', 'assignments', 'addresses']),
    isNotNull(difference.personId),
  ),
  erased: hasErased,
  positionsRemoved: sql`${difference.removesPosition}`,
};

/** For the left join that finds who is excluded. */
export const isExcluded = and(
  inDistrict(exclusion),
  eq(exclusion.staffNumberKey, sql`lower(btrim(${difference.staffNumber}))`),
);

/** The entries that the commit would carry out: not those that are only listed, nor of people excluded from commits. */
export const isCarriedOut = (validationId: Placeholder) =>
  and(
    inDistrict(difference),
    eq(difference.validationId, validationId),
    sql`${difference.counted}`,
    isNull(exclusion.id),
  );
