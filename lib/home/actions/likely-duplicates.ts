import { and, count, eq, exists, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json, ONE } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { person } from '../../../db/schema/person.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { difference, validation } from '../../../db/schema/validation.ts';
import type { Facets } from '../../report/people/facets.ts';
import { isExcluded } from '../../sync/guards/entries.ts';
import { latestRun } from '../../sync/run/run.ts';
import type { CommitInForce } from './commit-in-force.ts';
import { type Action, action } from './schema.ts';

const TAG = 'warning:likelyDuplicate';

const facetsOf = defineQuery('the facets of a validation', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ facets: json<Partial<Facets>>(validation.facets) })
    .from(validation)
    .where(and(inDistrict(validation), eq(validation.id, p.id))),
);

const inReport = defineQuery('likely duplicates in a report', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ people: count() })
    .from(difference)
    .leftJoin(exclusion, isExcluded)
    .where(
      and(
        inDistrict(difference),
        eq(difference.validationId, p.id),
        sql`${TAG} = any(${difference.tags})`,
        isNull(exclusion.id),
      ),
    ),
);

/** A combination leaves one of the two: then the candidate is gone, or is the result's own person. */
const inResults = defineQuery('likely duplicates that a run created', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ people: count() })
    .from(syncResult)
    .where(
      and(
        inDistrict(syncResult),
        eq(syncResult.runId, p.runId),
        eq(syncResult.outcome, 'created'),
        sql`${syncResult.warnings} @> '[{"code": "likelyDuplicate"}]'`,
        exists(
          orm
            .select(ONE)
            .from(sql`jsonb_path_query(${syncResult.warnings}, '$[*].candidates[*].id') candidate`)
            .innerJoin(person, and(inDistrict(person), sql`${person.id} = (candidate #>> '{}')::uuid`))
            .where(ne(person.id, syncResult.personId)),
        ),
      ),
    ),
);

/** People whom the report would create, or the last commit created, and who seem to be in Campus already (CMB-2). */
export async function likelyDuplicates(
  tx: Transaction,
  commit: CommitInForce | undefined,
): Promise<Action[]> {
  const run = await latestRun(tx);
  const validated = run?.status === 'validated' ? run : undefined;
  const { id, validationId } = validated ?? commit ?? {};
  if (!id || !validationId) return [];
  // Most validations find none. Their entries, up to one a person, are then not read.
  const facets = (await facetsOf.first(tx, { id: validationId }))?.facets;
  if (!facets?.tags?.[TAG]) return [];
  const found = validated
    ? await inReport.first(tx, { id: validationId })
    : await inResults.first(tx, { runId: id });
  return found && found.people > 0 ? [action('likelyDuplicates', found.people, { runId: id })] : [];
}
