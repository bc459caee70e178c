import { and, eq, gt, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, json, ONE, ZERO } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { agreedStaff } from '../../../db/schema/agreement.ts';
import { hrNotice } from '../../../db/schema/notice.ts';
import { person } from '../../../db/schema/person.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unchangedStaff } from '../../../db/schema/validation.ts';
import { othersWithNumber } from '../../change/load/others-with-number.ts';
import type { NewEntry } from '../../report/difference-writer.ts';
import type { Sent } from '../../report/people/facets.ts';
import { BATCH_SIZE, type LineRange } from '../batch/batches.ts';
import { linesOfRanges, type Ranges, rangesOf } from '../batch/lines-of-ranges.ts';
import { recordDigest } from '../batch/record-digest.ts';
import type { PlanBasis } from './plan-inputs.ts';

const { warnings, employments, assignments, addresses } = agreedStaff;
const OF_AGREED = { warnings, employments, assignments, addresses };

/**
 * One statement in three steps: staged records of these lines (`sent`); those of people who agreed with the same record
 * and are as they were then (`agreed`); a row of unchanged people for each batch of them.
 */
const insertAgreed = defineQuery(
  'remember staged people who agreed before',
  (orm, p: Params<Ranges & PlanBasis & { validationId: string }>) => {
    const { range, inRange } = linesOfRanges(p);
    const records = orm
      .select({
        seq: sql<number>`${range.columns.firstSeq} + ${stagedStaff.line}`.as('seq'),
        staffNumberKey: stagedStaff.staffNumberKey,
        sentDigest: recordDigest(stagedStaff).as('sent_digest'),
      })
      .from(stagedStaff)
      .where(inRange)
      .offset(ZERO)
      .as('records');
    const sent = orm.$with('sent').as(
      orm
        .select({
          seq: records.seq,
          staffNumberKey: records.staffNumberKey,
          sentDigest: records.sentDigest,
        })
        .from(range.table)
        .crossJoinLateral(records),
    );
    const notice = orm
      .select(ONE)
      .from(hrNotice)
      .where(and(inDistrict(hrNotice), eq(hrNotice.personId, person.id)));
    // By itself for each person (`ZERO`): Postgres knows nothing of what the last validation has just filled.
    const agreement = orm
      .select({ ...OF_AGREED, isListed: sql<boolean>`${agreedStaff.entries} is not null`.as('is_listed') })
      .from(agreedStaff)
      .where(
        and(
          inDistrict(agreedStaff),
          eq(agreedStaff.personId, person.id),
          eq(agreedStaff.rev, person.rev),
          eq(agreedStaff.digest, sent.sentDigest),
          eq(agreedStaff.basis, p.basis),
          lte(agreedStaff.plannedOn, p.today),
          or(isNull(agreedStaff.changesOn), gt(agreedStaff.changesOn, p.today)),
        ),
      )
      .offset(ZERO)
      .as('agreement');
    const agreed = orm.$with('agreed').as(
      orm
        .select({
          ...{ seq: sent.seq, personId: person.id, rev: person.rev },
          warnings: agreement.warnings,
          employments: agreement.employments,
          assignments: agreement.assignments,
          addresses: agreement.addresses,
          isListed: agreement.isListed,
        })
        .from(sent)
        .innerJoin(person, and(inDistrict(person), eq(person.staffNumberKey, sent.staffNumberKey)))
        .crossJoinLateral(agreement)
        .where(and(notExists(othersWithNumber(orm)), notExists(notice))),
    );
    const inOrder = (column: typeof agreed.seq | typeof agreed.personId | typeof agreed.rev) =>
      sql`array_agg(${column} order by ${agreed.seq})`;
    const written = orm.$with('written').as(
      orm
        .insert(unchangedStaff)
        .select(
          orm
            .select({
              districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
              validationId: sql`${p.validationId}::uuid`.as('validation_id'),
              firstSeq: sql`min(${agreed.seq})`.as('first_seq'),
              seqs: inOrder(agreed.seq).as('seqs'),
              personIds: inOrder(agreed.personId).as('person_ids'),
              revs: inOrder(agreed.rev).as('revs'),
              warnings:
                sql`coalesce(jsonb_object_agg(${agreed.seq}, ${agreed.warnings}) filter (where ${agreed.warnings} <> '[]'), '{}')`.as(
                  'warnings',
                ),
              keptPositions: sql`'{}'::uuid[]`.as('kept_positions'),
              keptBy: sql`'{}'::uuid[]`.as('kept_by'),
            })
            .from(agreed)
            .groupBy(sql`${agreed.seq} / ${sql.raw(String(BATCH_SIZE))}`),
        )
        .returning(ONE),
    );
    const sum = (column: keyof Sent) => sql<number>`coalesce(sum(${agreed[column]}), 0)::integer`;
    return orm
      .with(sent, agreed, written)
      .select({
        places: sql<number[]>`coalesce(array_agg(${agreed.seq}), '{}')`,
        listed: sql<number[]>`coalesce(array_agg(${agreed.seq}) filter (where ${agreed.isListed}), '{}')`,
        employments: sum('employments'),
        assignments: sum('assignments'),
        addresses: sum('addresses'),
      })
      .from(agreed);
  },
);

/**
 * Remembers as unchanged the people of these lines who need no plan: an earlier validation planned nothing for them, and
 * their record, `person.rev`, number, notices (RO-4, RO-5), the basis and what the day decides are still the same.
 * @returns their places in staged order, those whom the report lists, and what their records have
 */
export async function findAgreed(
  tx: Transaction,
  ranges: readonly LineRange[],
  on: PlanBasis & { validationId: string },
): Promise<{ places: number[]; listed: number[]; sent: Sent }> {
  await findByIndex(tx);
  const [found] = await insertAgreed(tx, { ...rangesOf(ranges), ...on });
  const { places = [], listed = [], employments = 0, assignments = 0, addresses = 0 } = found ?? {};
  return { places, listed, sent: { employments, assignments, addresses } };
}

const entriesOfAgreed = defineQuery('entries of people who agreed before', (orm, p: Params<Ranges>) => {
  const { range, inRange } = linesOfRanges(p);
  const numbers = orm
    .select({
      seq: sql<number>`${range.columns.firstSeq} + ${stagedStaff.line}`.as('seq'),
      key: stagedStaff.staffNumberKey,
    })
    .from(stagedStaff)
    .where(inRange)
    .offset(ZERO)
    .as('numbers');
  // By itself for each number (`ZERO`), as in `insertAgreed`: a join read everyone who agreed, for each batch.
  const agreement = orm
    .select({ entries: agreedStaff.entries })
    .from(person)
    .innerJoin(agreedStaff, and(inDistrict(agreedStaff), eq(agreedStaff.personId, person.id)))
    .where(and(inDistrict(person), eq(person.staffNumberKey, numbers.key), isNotNull(agreedStaff.entries)))
    .offset(ZERO)
    .as('agreement');
  return orm
    .select({ seq: numbers.seq, entries: json<NewEntry[]>(agreement.entries) })
    .from(range.table)
    .crossJoinLateral(numbers)
    .crossJoinLateral(agreement);
});

/** What the report lists of people whom `findAgreed` found, by their places in staged order. */
export async function listedOfAgreed(
  tx: Transaction,
  ranges: readonly LineRange[],
): Promise<{ seq: number; entries: NewEntry[] }[]> {
  if (ranges.length === 0) return [];
  await findByIndex(tx);
  return entriesOfAgreed(tx, rangesOf(ranges));
}
