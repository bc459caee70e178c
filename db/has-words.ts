import { is, Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether a text contains every word of a list; null contains none. */
export const hasWords = (text: SQLWrapper, words: Placeholder | readonly string[]): SQL => {
  const list = is(words, Placeholder) ? words : sql.param(words);
  return sql`not exists (select from unnest(${list}::text[]) as searched (word) where coalesce(strpos(${text}, searched.word), 0) = 0)`;
};
