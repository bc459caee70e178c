import { and, type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Whether a text contains every word of a list; null contains none. Words that are known when the statement is made are
 * looked for one by one: a list that is unnested for each row takes several times as long.
 */
export function hasWords(text: SQLWrapper, words: Placeholder | readonly string[]): SQL {
  if (Array.isArray(words))
    return and(...words.map((word: string) => sql`coalesce(strpos(${text}, ${word}), 0) > 0`)) ?? sql`true`;
  return sql`not exists (select from unnest(${words}::text[]) as searched (word) where coalesce(strpos(${text}, searched.word), 0) = 0)`;
}
