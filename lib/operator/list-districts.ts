import { and, count, type Placeholder, sql } from 'drizzle-orm';
import { hasWords } from '../../db/has-words.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';
import { DISTRICT, isOpen } from '../district/find-district.ts';
import { districtFacts } from '../setup/district-facts.ts';
import { nameWords } from '../text/name-words.ts';
import type { OperatorContext } from './context.ts';
import { PAGE_SIZE } from './page-size.ts';
import type { DistrictsFound } from './schema.ts';

const KEY = sql<string>`app.name_key(${district.name}) || ' ' || app.name_key(${district.appName})`;
const named = (words: Placeholder) => and(isOpen, hasWords(KEY, words));

const onPage = defineQuery(
  'districts by appName, a page',
  (orm, p: Params<{ words: readonly string[]; limit: number; offset: number }>) =>
    orm
      .select(DISTRICT)
      .from(district)
      .where(named(p.words))
      .orderBy(district.appName)
      .limit(p.limit)
      .offset(p.offset),
);
const counted = defineQuery(
  'how many districts have such a name',
  (orm, p: Params<{ words: readonly string[] }>) =>
    orm.select({ total: count() }).from(district).where(named(p.words)),
);

/**
 * One page of the districts by appName, with what an operator wants to know of each. Row level security shows one district at a
 * time, so each of the page has a transaction of its own.
 */
export async function listDistricts(
  { db }: Pick<OperatorContext, 'db'>,
  { search, page }: { search: string; page: number },
): Promise<DistrictsFound> {
  const words = nameWords(search);
  const [found, all] = await Promise.all([
    onPage(db, { words, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
    counted.first(db, { words }),
  ]);
  return {
    data: await Promise.all(found.slice(0, PAGE_SIZE).map((one) => districtFacts(db, one))),
    more: found.length > PAGE_SIZE,
    total: all?.total ?? 0,
  };
}
