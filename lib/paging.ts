import { z } from 'zod';
import { Invalid } from './failure.ts';
import { refuseWhen } from './wire/refusal.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

const limitText = z
  .string()
  .check(
    refuseWhen((text) =>
      /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_LIMIT
        ? null
        : { code: 'badLimit', message: `must be a whole number from 1 to ${MAX_LIMIT}` },
    ),
  );

const cursorText = (keys: number) =>
  z.string().check(
    refuseWhen((text) =>
      readCursor(text, keys)
        ? null
        : {
            code: 'badCursor',
            message: 'must be the nextCursor of an earlier answer of this list',
            hint: 'Leave it out to begin with the first page.',
          },
    ),
  );

/** `limit` and `cursor` of every list; spread into an endpoint's query schema. The cursor comes out as its keys. */
export const listQuery = (keys: number) => ({
  limit: limitText
    .transform(Number)
    .default(DEFAULT_LIMIT)
    .meta({
      description: `How many at most, 1 to ${MAX_LIMIT}.`,
      override: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    }),
  cursor: cursorText(keys)
    .transform((text) => readCursor(text, keys))
    .optional()
    .meta({ description: 'The `nextCursor` of the page before.' }),
});

/** An answer that is a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/**
 * A page from one row more than the limit: the row too many only tells that there is a next page.
 * `keys` are what the list is ordered by.
 */
export function page<Row>(rows: Row[], limit: number, keys: (row: Row) => string[]) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? writeCursor(keys(last)) : null };
}

/** For a list whose pages are no rows of one query. */
export const writeCursor = (keys: string[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Undefined unless `text` is a cursor of this many keys, written by `writeCursor`. */
function readCursor(text: string, keys: number): string[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const sound =
      Array.isArray(place) &&
      place.length === keys &&
      place.every((key) => typeof key === 'string' && !key.includes('\0')) &&
      writeCursor(place) === text;
    return sound ? place : undefined;
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PLACE = /^\d{1,9}$/;

/** The id after which a list continues; undefined at its beginning. @throws Invalid for a cursor of another list */
export const cursorId = (cursor: string[] | undefined): string | undefined => cursorKey(cursor, UUID);

/** The place after which a list continues; -1 at its beginning. @throws Invalid for a cursor of another list */
export const cursorPlace = (cursor: string[] | undefined): number => Number(cursorKey(cursor, PLACE) ?? -1);

/** The first key of a cursor of this shape. @throws Invalid for a cursor of another list */
export function cursorKey(cursor: string[] | undefined, shape: RegExp): string | undefined {
  const key = cursor?.[0];
  if (key === undefined || shape.test(key)) return key;
  const message = 'cursor must be the nextCursor of an earlier answer of this list';
  throw new Invalid(message, [{ pointer: '/cursor', code: 'invalid', message }]);
}
