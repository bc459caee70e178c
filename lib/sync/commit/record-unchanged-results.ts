import { and, eq, notExists, notInArray, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, isOneOf, ONE } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person, sectionStaff } from '../../../db/schema/person.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { unchangedStaff } from '../../../db/schema/validation.ts';
import { othersWithNumber } from '../../change/load/others-with-number.ts';
import type { Fence } from '../run/fence.ts';
import type { UnchangedPeople } from '../validate/unchanged-people.ts';
import { REPLACE_EARLIER_RESULT } from './record-results.ts';

/**
 * One statement in four steps: what the validation remembered of these people (`remembered`); people whose kept position is no
 * longer linked (`freed`); people who are as they were then (`unchanged`); their results (`written`).
 */
const insertResultsOfUnchanged = defineQuery(
  'results of unchanged people',
  (
    orm,
    p: Params<{
      validationId: string;
      firstSeqs: readonly number[];
      runId: string;
      jobId: string;
      excluded: readonly string[];
      done: readonly number[];
    }>,
  ) => {
    const remembered = orm.$with('remembered').as(
      orm
        .select({
          seqs: unchangedStaff.seqs,
          personIds: unchangedStaff.personIds,
          revs: unchangedStaff.revs,
          // Unpacked here once, not for each person.
          warnings: sql`${unchangedStaff.warnings} || '{}'`.as('warnings'),
          keptPositions: unchangedStaff.keptPositions,
          keptBy: unchangedStaff.keptBy,
        })
        .from(unchangedStaff)
        .where(
          and(
            inDistrict(unchangedStaff),
            eq(unchangedStaff.validationId, p.validationId),
            isOneOf(unchangedStaff.firstSeq, p.firstSeqs),
          ),
        ),
    );
    const link = orm
      .select(ONE)
      .from(sectionStaff)
      .where(and(inDistrict(sectionStaff), sql`${sectionStaff.assignmentId} = kept.position_id`));
    const freed = orm.$with('freed').as(
      orm
        .select({ personId: sql<string>`kept.person_id`.as('freed_id') })
        .from(remembered)
        .crossJoin(
          sql`unnest(${remembered.keptBy}, ${remembered.keptPositions}) as kept(person_id, position_id)`,
        )
        .where(notExists(link)),
    );
    const unchanged = orm.$with('unchanged').as(
      orm
        .select({
          seq: sql<number>`one.seq`.as('seq'),
          rev: sql<number>`one.rev`.as('rev'),
          personId: person.id,
          staffNumber: person.staffNumber,
          managed: sql<boolean>`${person.hrManagedAt} is not null`.as('managed'),
          warnings: sql`coalesce(${remembered.warnings} -> one.seq::text, '[]')`.as('of_warnings'),
        })
        .from(remembered)
        .crossJoin(
          sql`unnest(${remembered.seqs}, ${remembered.personIds}, ${remembered.revs}) as one(seq, person_id, rev)`,
        )
        .innerJoin(person, and(inDistrict(person), sql`${person.id} = one.person_id`))
        .where(
          and(
            sql`${person.rev} = one.rev`,
            sql`${person.staffNumberKey} <> all(${p.excluded}::text[])`,
            sql`one.seq <> all(${p.done}::integer[])`,
            notInArray(person.id, orm.select({ id: freed.personId }).from(freed)),
            notExists(othersWithNumber(orm)),
          ),
        ),
    );
    const written = orm.$with('written').as(
      orm
        .insert(syncResult)
        .select(
          orm
            .select({
              districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
              runId: sql`${p.runId}::uuid`.as('run_id'),
              seq: unchanged.seq,
              jobId: sql`${p.jobId}::uuid`.as('job_id'),
              staffNumber: unchanged.staffNumber,
              outcome: sql`'unchanged'`.as('outcome'),
              personId: unchanged.personId,
              warnings: unchanged.warnings,
              errors: sql`'[]'::jsonb`.as('errors'),
            })
            .from(unchanged),
        )
        .onConflictDoUpdate(REPLACE_EARLIER_RESULT)
        .returning(ONE),
    );
    return orm
      .with(remembered, freed, unchanged, written)
      .select({
        /** Place in staged order. */
        seq: unchanged.seq,
        personId: unchanged.personId,
        rev: unchanged.rev,
        /** false: the HR-managed mark (RO-1) is due. */
        managed: unchanged.managed,
      })
      .from(unchanged);
  },
);

export type UnchangedPerson = Awaited<ReturnType<typeof insertResultsOfUnchanged>>[number];

/**
 * Writes the results of people whom the validation found unchanged, if that is still so: only if
 * `person.rev` is the same, nobody else has the staff number, and the links that kept their positions still exist.
 * @param rows of one validation
 * @param others left to the rest of the commit: excluded people, and those done before the commit was interrupted
 */
export async function recordUnchangedResults(
  tx: Transaction,
  { runId, jobId }: Fence,
  rows: readonly UnchangedPeople[],
  others: { excluded: ReadonlySet<string>; done: readonly number[] },
): Promise<UnchangedPerson[]> {
  const [row] = rows;
  if (!row) return [];
  // Else Postgres may read all people for each thousand.
  await findByIndex(tx);
  return insertResultsOfUnchanged(tx, {
    ...{ validationId: row.validationId, firstSeqs: rows.map(({ firstSeq }) => firstSeq), runId, jobId },
    excluded: [...others.excluded],
    done: others.done,
  });
}
