import { and, count, eq, exists, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json, ONE } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { difference, validation } from '../../../db/schema/validation.ts';
import { countExcluded } from '../../report/people/count-excluded.ts';
import type { Facets } from '../../report/people/facets.ts';
import { hasOutcome } from '../../sync/run/has-outcome.ts';
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

const excludedInReport = countExcluded(
  'excluded likely duplicates in a report',
  sql`${difference.digest} is not null and ${TAG} = any(${difference.tags})`,
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
        hasOutcome('created'),
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
  const likely = (await facetsOf.first(tx, { id: validationId }))?.facets.tags?.[TAG] ?? 0;
  if (likely === 0) return [];
  const people = validated
    ? likely - ((await excludedInReport.first(tx, { validationId }))?.people ?? 0)
    : ((await inResults.first(tx, { runId: id }))?.people ?? 0);
  return people > 0 ? [action('likelyDuplicates', people, { runId: id })] : [];
}
