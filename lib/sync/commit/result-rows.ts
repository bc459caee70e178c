import { and, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { beginsWith } from '../../../db/begins-with.ts';
import { inDistrict, json, lower } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { personName } from '../../../db/person-name.ts';
import { defineSearch } from '../../../db/query.ts';
import { identity } from '../../../db/schema/person.ts';
import { syncResult, syncRun } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';
import { nameKey } from '../../text/name-key.ts';
import type { RunOutcome, RunResult } from '../schema.ts';
import type { RESULT_SORTS, ResultOrder } from './result-orders.ts';

/** What results are narrowed to: an outcome; a part of a staff number, or how a last or first name begins. */
export interface ResultFilter {
  runId: string;
  outcome?: RunOutcome | undefined;
  search?: string | undefined;
}

/** Where a list of results continues: after this place in staged order, among those with this key if it is sorted. */
export interface ResultPlace {
  seq: number;
  key: string;
}

interface Asked extends ResultFilter {
  /** Undefined: in staged order. */
  order?: ResultOrder | undefined;
  after?: ResultPlace | undefined;
  limit: number;
}

/** Results of a commit or an undo, each person once (SYNC-8), with the names in Campus now. */
export const resultRows = defineSearch(
  'results of a run after a place',
  (orm, { runId, outcome, search = '', order, after, limit }: Asked) => {
    const text = search.trim();
    const sent = namesAsSent(orm, runId);
    const by = order?.replace('-', '') as (typeof RESULT_SORTS)[number] | undefined;
    const key = by ? KEYS[by] : sql<string>`''`;
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
    const direction = (keyOrder: SQL) => (descends ? sql`${keyOrder} desc` : keyOrder);
    const result = listed
      .where(
        and(
          inDistrict(syncResult),
          eq(syncResult.runId, runId),
          after && (by ? comesAfter(key, after, descends) : gt(syncResult.seq, after.seq)),
          outcome && eq(syncResult.outcome, outcome),
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
    ...{ order: '-name', after: { seq: 0, key: 'a' }, limit: 1 },
  },
);

export type ResultRow = Awaited<ReturnType<typeof resultRows>>[number];

/** Byte by byte, so that a page continues where the one before ended, whatever the collation of the database. */
const bytewise = (text: SQL): SQL<string> => sql<string>`(${text}) collate "C"`;

/** As the filter of the page offers them; those that need a look are last, or first the other way round. */
const BY_OUTCOME: RunOutcome[] = ['created', 'updated', 'removed', 'unchanged', 'held', 'failed'];

/** What results are sorted by, as text. */
const KEYS = {
  staffNumber: bytewise(lower(syncResult.staffNumber)),
  name: bytewise(
    sql`coalesce(${identity.lastNameKey} || ' ' || ${identity.firstNameKey}, sent.person_key, '')`,
  ),
  outcome: bytewise(
    sql`array_position(array[${sql.join(
      BY_OUTCOME.map((outcome) => sql`${outcome}::text`),
      sql`, `,
    )}], ${syncResult.outcome})::text`,
  ),
} as const;

const comesAfter = (key: SQL, after: ResultPlace, descends: boolean) =>
  or(
    descends ? lt(key, after.key) : gt(key, after.key),
    and(eq(key, after.key), gt(syncResult.seq, after.seq)),
  );

/** The names of people whom the commit did not write, folded, from the report that it was made from (names-as-sent.ts). */
const namesAsSent = (orm: Orm, runId: string) =>
  orm
    .select({
      staffNumber: difference.staffNumber,
      personKey: sql<string>`min(${difference.personKey})`.as('person_key'),
    })
    .from(syncRun)
    .innerJoin(difference, and(inDistrict(difference), eq(difference.validationId, syncRun.validationId)))
    .where(
      and(
        inDistrict(syncRun),
        eq(syncRun.id, runId),
        inArray(difference.section, ['errors', 'hrNotInCampus']),
      ),
    )
    .groupBy(difference.staffNumber)
    .as('sent');

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
