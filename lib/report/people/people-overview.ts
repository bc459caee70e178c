import { and, count, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { school } from '../../../db/schema/district.ts';
import { difference, reviewedChange } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { storedReport } from '../read-validation.ts';
import { PERSON_CHANGE_NAMES, PERSON_CHANGES } from './changes.ts';
import { countExcluded } from './count-excluded.ts';
import { peopleIn } from './facets.ts';
import { leadNumberKey } from './filter.ts';
import { fieldLabel } from './lines.ts';
import { reviewerOf } from './read-people.ts';
import type { PeopleOverview } from './schema.ts';
import { WARNING_NAMES } from './warning-names.ts';

/** Begins with the admin's marks, which are fewer than the people of a report. */
const reviewedPeople = defineQuery(
  'how many people of a report an admin reviewed',
  (orm, p: Params<{ validationId: string; userId: string }>) =>
    orm
      .select({ people: count() })
      .from(reviewedChange)
      .innerJoin(
        difference,
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          eq(difference.digest, reviewedChange.digest),
          sql`${leadNumberKey} = ${reviewedChange.staffNumberKey}`,
          sql`not ${difference.tags} @> '{change:ignored}'`,
        ),
      )
      .where(and(inDistrict(reviewedChange), eq(reviewedChange.userId, p.userId))),
);
const excludedPeople = countExcluded(
  'how many people of a report are excluded',
  sql`${difference.tags} is not null and not ${difference.tags} @> '{change:ignored}'`,
);
const allSchools = defineQuery('numbers and names of all schools', (orm) =>
  orm.select({ code: school.schoolNumber, name: school.name }).from(school).where(inDistrict(school)),
);

/** What the People view can be filtered by, and how far the signed-in admin is. @throws NotFound */
export const peopleOverview = (ctx: Context, { runId }: { runId: string }): Promise<PeopleOverview> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => overviewOf(ctx, tx, runId));

async function overviewOf(ctx: Context, tx: Transaction, runId: string): Promise<PeopleOverview> {
  const userId = reviewerOf(ctx);
  const { id: validationId, facets } = await storedReport(ctx, tx, runId);
  const people = (tag: string) => facets.tags?.[tag as never] ?? 0;
  const choices = (kind: string, label: (value: string) => string) =>
    Object.keys(facets.tags ?? {})
      .filter((tag) => tag.startsWith(`${kind}:`))
      .map((tag) => ({ value: tag.slice(kind.length + 1), people: people(tag) }))
      .map((choice) => ({ ...choice, label: label(choice.value) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const [reviewed, excluded] = [
    (await reviewedPeople.first(tx, { validationId, userId }))?.people ?? 0,
    (await excludedPeople.first(tx, { validationId }))?.people ?? 0,
  ];
  const schools = new Map((await allSchools(tx)).map(({ code, name }) => [code, name]));
  return {
    people: peopleIn(facets),
    reviewed,
    changes: [
      ...PERSON_CHANGES.map((change) => ({
        value: change,
        label: PERSON_CHANGE_NAMES[change],
        people: people(`change:${change}`),
      })),
      { value: 'excluded', label: 'Excluded', people: excluded },
    ],
    fields: choices('field', (field) => (field === 'name' ? 'Name' : fieldLabel(field))),
    schools: choices('school', (code) => [schools.get(code), code].filter(Boolean).join(' · ')),
    warnings: choices('warning', (code) => WARNING_NAMES[code] ?? code),
  };
}
