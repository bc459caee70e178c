import { type AnyColumn, and, eq, exists, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf, lower, ONE } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import type { Narrowing } from './schema.ts';

/** What the log is narrowed to, ready for a query. */
export interface Narrowed extends Omit<Narrowing, 'search'> {
  timeZone: string;
  /** In small letters; '' for none. */
  search: string;
  /** The search as a staff number or request id of the log, in each way it may be written; undefined if it is none. */
  ids: string[] | undefined;
}

/** Every condition there is but the search by text, for the test that walks all queries. */
export const FULLEST: Narrowed = {
  timeZone: 'America/Chicago',
  search: '',
  ids: ['A1'],
  from: '2026-01-01',
  to: '2026-01-31',
  action: 'PUT',
  status: '4xx',
  cause: '422 required',
  state: 'open',
};

/**
 * ERR-3: a search looks in message and path, in any case, and for a whole staff number or request id. If the log has it as a
 * staff number or request id, as typed, in capitals or in small letters, it is looked for as such alone: by an index, not
 * through every message.
 */
export async function narrowed(
  { district }: Context,
  tx: Transaction,
  { search, ...asked }: Narrowing,
): Promise<Narrowed> {
  const text = search.trim();
  const ids = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  const isId = text !== '' && !/\s/.test(text) && (await isKnownId(tx, ids));
  return {
    ...asked,
    timeZone: district.timeZone,
    search: text.toLowerCase(),
    ids: isId ? ids : undefined,
  };
}

const knownId = defineQuery('is it an id of the error log', (orm, p: Params<{ ids: readonly string[] }>) => {
  const entry = (matches: SQL) =>
    exists(
      orm
        .select(ONE)
        .from(errorLog)
        .where(and(inDistrict(errorLog), matches)),
    );
  return orm
    .select({
      found: sql<boolean>`${or(entry(isOneOf(errorLog.staffNumber, p.ids)), entry(isOneOf(errorLog.requestId, p.ids)))}`,
    })
    .from(sql`(values (1)) as one`);
});

const isKnownId = async (tx: Transaction, ids: string[]): Promise<boolean> =>
  (await knownId.first(tx, { ids }))?.found ?? false;

/** The log's entries of the district that match. Days begin at the district's midnight. */
export function matches({ search, ids, timeZone, ...asked }: Narrowed): SQL | undefined {
  const midnight = (day: SQL) => sql`${day}::timestamp at time zone ${timeZone}::text`;
  return and(
    inDistrict(errorLog),
    given(asked.from, (day) => gte(errorLog.occurredAt, midnight(sql`${day}::date`))),
    given(asked.to, (day) => lt(errorLog.occurredAt, midnight(sql`(${day}::date + 1)`))),
    given(asked.action, (action) => eq(errorLog.action, action)),
    given(asked.cause, causeIs),
    given(asked.state, (state) => eq(errorLog.state, state)),
    given(asked.status, hasStatus),
    given(ids, (them) => or(isOneOf(errorLog.staffNumber, them), isOneOf(errorLog.requestId, them))),
    ids || search === '' ? undefined : mentions(search),
  );
}

const given = <T>(value: T | undefined, condition: (value: T) => SQL | undefined): SQL | undefined =>
  value === undefined ? undefined : condition(value);

const causeIs = (cause: string): SQL => (cause === '' ? isNull(errorLog.cause) : eq(errorLog.cause, cause));

/** Folding the message of every entry would take four times as long as looking through it. */
const searchedText = sql`coalesce(${errorLog.searchText}, lower(${errorLog.message} || chr(31) || ${errorLog.path}))`;

const mentions = (search: string): SQL | undefined =>
  or(
    sql`strpos(${searchedText}, ${search}) > 0`,
    is(errorLog.staffNumber, search),
    is(errorLog.requestId, search),
  );

/** In any case. Most have another length, which is known without folding them. */
const is = (column: AnyColumn, search: string): SQL =>
  sql`(octet_length(${column}) = ${Buffer.byteLength(search)} and ${lower(column)} = ${search})`;

/** `422`, or `4xx` for all of its hundred. */
function hasStatus(asked: string): SQL | undefined {
  const hundred = Number(asked[0]) * 100;
  if (!asked.endsWith('xx')) return eq(errorLog.status, Number(asked));
  return and(gte(errorLog.status, hundred), lte(errorLog.status, hundred + 99));
}
