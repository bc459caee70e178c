import { and, eq, gt, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { beginsWith } from '../../../db/begins-with.ts';
import { inDistrict, isOneOf, json, lower } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { personName } from '../../../db/person-name.ts';
import { defineSearch } from '../../../db/query.ts';
import { identity } from '../../../db/schema/person.ts';
import { syncResult, syncRun } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';
import { nameKey } from '../../text/name-key.ts';
import { hasOutcome } from '../run/has-outcome.ts';
import type { RunOutcome, RunResult } from '../schema.ts';
import type { RESULT_SORTS, ResultOrder } from './result-orders.ts';

/** What results are narrowed to: an outcome; a part of a staff number, or how a last or first name begins. */
export interface ResultFilter {
  runId: string;
  outcome?: RunOutcome | undefined;
  search?: string | undefined;
}

/**
 * Where a list of results continues: after this place in staged order, among those with this key if it is sorted; null: among those
 * without a name.
 */
export interface ResultPlace {
  seq: number;
  key: string | null;
}

export interface ResultsAsked extends ResultFilter {
  /** Undefined: in staged order. */
  order?: ResultOrder | undefined;
  after?: ResultPlace | undefined;
  limit: number;
  /** These places alone, wherever they are in the order. */
  seqs?: readonly number[];
}

/** Results of a commit or an undo, each person once (SYNC-8), with the names in Campus now. */
export const resultRows = defineSearch(
  'results of a run after a place',
  (orm, { runId, outcome, search = '', order, after, limit, seqs }: ResultsAsked) => {
    const text = search.trim();
    const isListed = and(
      inDistrict(syncResult),
      eq(syncResult.runId, runId),
      seqs && isOneOf(syncResult.seq, seqs),
    );
    const sent = namesAsSent(orm, runId, isListed);
    const by = order?.replace('-', '') as (typeof RESULT_SORTS)[number] | undefined;
    const key: SQL<string | null> = by ? KEYS[by] : sql`''`;
    const listed = orm
      .select({
        seq: syncResult.seq,
        staffNumber: syncResult.staffNumber,
        outcome: syncResult.outcome,
        personId: syncResult.personId,
        warnings: syncResult.warnings,
        errors: syncResult.errors,
        key: key.as('key'),
      })
      .from(syncResult)
      .$dynamic();
    if (by === 'name')
      listed
        .leftJoin(
          identity,
          and(inDistrict(identity), eq(identity.personId, syncResult.personId), identity.current),
        )
        .leftJoin(sent, and(isNull(syncResult.personId), eq(sent.staffNumber, syncResult.staffNumber)));
    const descends = order?.startsWith('-') ?? false;
    const direction = (keyOrder: SQL) => sql`${keyOrder} ${sql.raw(descends ? 'desc' : 'asc')} nulls last`;
    const result = listed
      .where(
        and(
          isListed,
          after && (by ? comesAfter(key, syncResult.seq, after, descends) : gt(syncResult.seq, after.seq)),
          outcome && hasOutcome(outcome),
          text ? isOf(orm, text) : undefined,
        ),
      )
      .orderBy(...(by ? [direction(key)] : []), syncResult.seq)
      .limit(limit)
      .as('result');
    return orm
      .select({
        seq: result.seq,
        key: result.key,
        staffNumber: result.staffNumber,
        outcome: sql<RunOutcome>`${result.outcome}`,
        /** Null where the commit made nobody of the record. */
        personId: result.personId,
        warnings: json<RunResult['warnings']>(result.warnings),
        errors: json<RunResult['errors']>(result.errors),
        name: sql<string | null>`${personName}`,
      })
      .from(result)
      .leftJoin(identity, and(inDistrict(identity), eq(identity.personId, result.personId), identity.current))
      .orderBy(...(by ? [direction(sql`${result.key}`)] : []), result.seq);
  },
  {
    ...{ runId: '00000000-0000-0000-0000-000000000000', outcome: 'failed', search: 'a' },
    ...{ order: '-name', after: { seq: 0, key: 'a' }, limit: 1, seqs: [0] },
  },
);

export type ResultRow = Awaited<ReturnType<typeof resultRows>>[number];

/** Before each character of a name, so that names sort by the last, then by the first, as the index of names has them. */
export const NAME_END = sql.raw('chr(1)');
export const nameOrder = (last: SQLWrapper, first: SQLWrapper) => sql`${last} || ${NAME_END} || ${first}`;

/** Byte by byte, so that a page continues where the one before ended, whatever the collation of the database. */
export const bytewise = (text: SQL): SQL<string> => sql<string>`(${text}) collate "C"`;

/** As the filter of the page offers them; those that need a look are last, or first the other way round. */
const BY_OUTCOME: RunOutcome[] = ['created', 'updated', 'removed', 'unchanged', 'held', 'failed'];

/** What results are sorted by, as text. */
const KEYS = {
  staffNumber: bytewise(lower(syncResult.staffNumber)),
  name: bytewise(sql`coalesce(${nameOrder(identity.lastNameKey, identity.firstNameKey)}, sent.name_order)`),
  outcome: bytewise(
    sql`array_position(array[${sql.join(
      BY_OUTCOME.map((outcome) => sql`${outcome}::text`),
      sql`, `,
    )}], ${syncResult.outcome})::text`,
  ),
} as const;

/** Those without a name come last, whatever the direction. */
export function comesAfter(key: SQLWrapper, seq: SQLWrapper, after: ResultPlace, descends: boolean) {
  const isLater = sql`${seq} > ${after.seq}`;
  if (after.key === null) return and(sql`${key} is null`, isLater);
  return or(
    sql`${key} ${sql.raw(descends ? '<' : '>')} ${after.key}`,
    and(sql`${key} = ${after.key}`, isLater),
    sql`${key} is null`,
  );
}

/** The names of people whom the commit did not write, as they are sorted, from the report that it was made from (names-as-sent.ts). */
export function namesAsSent(orm: Orm, runId: string, isListed: SQL | undefined) {
  const nameless = orm
    .select({ staffNumber: syncResult.staffNumber })
    .from(syncResult)
    .where(and(isListed, isNull(syncResult.personId)));
  const sent = (field: string) =>
    sql`app.name_key(coalesce(${difference.hr} ->> ${sql.raw(`'${field}'`)}, ''))`;
  const order = nameOrder(sent('lastName'), sent('firstName'));
  return orm
    .select({
      staffNumber: difference.staffNumber,
      nameOrder: sql<string>`min(nullif(${order}, ${NAME_END}))`.as('name_order'),
    })
    .from(syncRun)
    .innerJoin(difference, and(inDistrict(difference), eq(difference.validationId, syncRun.validationId)))
    .where(
      and(
        inDistrict(syncRun),
        eq(syncRun.id, runId),
        inArray(difference.section, ['errors', 'hrNotInCampus']),
        // As one list that is looked into: as a join, Postgres looked through the report for each of them (8 s).
        sql`(${difference.staffNumber} in ${nameless}) is true`,
      ),
    )
    .groupBy(difference.staffNumber)
    .as('sent');
}

/** The staff number contains the text, or the person's name begins with it. */
function isOf(orm: Orm, text: string) {
  const key = nameKey(text);
  const named = orm
    .select({ personId: identity.personId })
    .from(identity)
    .where(
      and(
        inDistrict(identity),
        identity.current,
        or(beginsWith(identity.lastNameKey, key), beginsWith(identity.firstNameKey, key)),
      ),
    );
  return or(
    sql`position(${text.toLowerCase()} in ${lower(syncResult.staffNumber)}) > 0`,
    sql`${syncResult.personId} in ${named}`,
  );
}
