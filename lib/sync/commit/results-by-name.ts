import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import { defineSearch } from '../../../db/query.ts';
import { identity } from '../../../db/schema/person.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { hasOutcome, IS_NOT_UNCHANGED } from '../run/has-outcome.ts';
import {
  bytewise,
  comesAfter,
  nameOrder,
  namesAsSent,
  type ResultRow,
  type ResultsAsked,
  resultRows,
} from './result-rows.ts';

/** Up to so many results are sorted as they are. */
const FEW = 20_000;
/** Of so many names at a time it is looked up who has a result: a page is mostly among the first. */
const NAMES = [4_000, 32_000];

/**
 * A page of a run's results, in any order. Of many by name, the names are read in their order from the place on, and one reading of the
 * results finds whose they are: sorting all of 500,000 takes ten times as long.
 * @param few from how many results on
 */
export async function pageOfResults(
  tx: Transaction,
  asked: ResultsAsked,
  { few = FEW, names = NAMES } = {},
): Promise<ResultRow[]> {
  const isByName = asked.order === 'name' || asked.order === '-name';
  const isNameless = asked.after?.key === null;
  if (!isByName || isNameless || asked.search?.trim()) return resultRows(tx, asked);
  const { runId, outcome, limit, ...place } = asked;
  const found = (await howMany(tx, { runId, outcome, atMost: few + 1 })).length;
  for (const atOnce of found > few ? names : []) {
    const seqs = (await placesByName(tx, { ...place, runId, outcome, limit, atOnce })).map(({ seq }) => seq);
    if (seqs.length === limit) return resultRows(tx, { runId, order: asked.order, seqs, limit });
  }
  return resultRows(tx, asked);
}

type InRun = Pick<ResultsAsked, 'runId' | 'outcome'>;
const RUN = '00000000-0000-0000-0000-000000000000';
const inRun = ({ runId, outcome }: InRun) =>
  and(inDistrict(syncResult), eq(syncResult.runId, runId), outcome && hasOutcome(outcome));

/** A row each, read no further than it matters. */
const howMany = defineSearch(
  'whether a run has many results',
  (orm, { atMost, ...run }: InRun & { atMost: number }) =>
    orm.select(ONE).from(syncResult).where(inRun(run)).limit(atMost),
  { runId: RUN, outcome: 'failed', atMost: 1 },
);

/** The next results by name, among the names that are read. Results of people whose names come later are not among them. */
const placesByName = defineSearch(
  'places of results by name',
  (orm, { order, after, limit, atOnce, ...run }: ResultsAsked & { atOnce: number }) => {
    const descends = order === '-name';
    const using = sql.raw(descends ? '~>~' : '~<~');
    const { lastNameKey, firstNameKey } = identity;
    const [last = '', first = ''] = after?.key?.split('\u0001') ?? [];
    const from = sql`(${lastNameKey}, ${firstNameKey}) operator(${sql.raw(descends ? '~<=~' : '~>=~')}) (${last}, ${first})`;
    const key = bytewise(nameOrder(lastNameKey, firstNameKey));
    const names = orm.$with('names').as(
      orm
        .select({ personId: identity.personId, key: key.as('key') })
        .from(identity)
        .where(and(inDistrict(identity), identity.current, after ? from : undefined))
        .orderBy(sql`${lastNameKey} using ${using}`, sql`${firstNameKey} using ${using}`)
        .limit(atOnce),
    );
    const isNameless = and(
      inRun(run),
      inArray(syncResult.outcome, ['failed', 'held']),
      IS_NOT_UNCHANGED,
      isNull(syncResult.personId),
    );
    const sent = namesAsSent(orm, run.runId, isNameless);
    const named = orm
      .select({ seq: syncResult.seq, key: names.key })
      .from(names)
      .innerJoin(syncResult, and(inRun(run), eq(syncResult.personId, names.personId)));
    const asSent = orm
      .select({ seq: syncResult.seq, key: sql<string>`${bytewise(sql`${sent.nameOrder}`)}` })
      .from(syncResult)
      .innerJoin(sent, and(isNameless, eq(sent.staffNumber, syncResult.staffNumber)));
    const end = sql`(select ${sql.raw(descends ? 'min' : 'max')}(${names.key}) from ${names} having count(*) = ${atOnce})`;
    const listed: Record<'seq' | 'key', SQL> = { seq: sql`listed.seq`, key: sql`listed.key` };
    const isBefore = sql`coalesce(${listed.key} ${sql.raw(descends ? '>' : '<')} ${end}, true)`;
    return orm
      .with(names)
      .select({ seq: sql<number>`${listed.seq}` })
      .from(sql`(${named} union all ${asSent}) as listed (seq, key)`)
      .where(and(after && comesAfter(listed.key, listed.seq, after, descends), isBefore))
      .orderBy(sql`${listed.key} ${sql.raw(descends ? 'desc' : 'asc')}`, listed.seq)
      .limit(limit);
  },
  {
    ...{ runId: RUN, outcome: 'failed', order: '-name', after: { seq: 0, key: 'a\u0001b' } },
    ...{ limit: 1, atOnce: 1 },
  },
);
