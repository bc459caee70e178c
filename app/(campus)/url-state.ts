import { createParser } from 'nuqs/server';
import { isCalendarDate } from '../../lib/text/calendar.ts';

const LAST_PAGE = 100_000;
const MAX_SEARCH_CHARS = 200;

/** A page from 1 on. A URL may hold any number, so it is kept within what the API takes. */
export const parseAsPage = createParser({
  parse: (text) => {
    const page = Number.parseInt(text, 10);
    return Number.isNaN(page) ? null : Math.min(Math.max(1, page), LAST_PAGE);
  },
  serialize: String,
}).withDefault(1);

/** A search text, no longer than the API takes. */
export const parseAsSearch = createParser({
  parse: (text) => text.slice(0, MAX_SEARCH_CHARS),
  serialize: String,
}).withDefault('');

/** A calendar date, `YYYY-MM-DD`; null for anything else, such as 2026-02-30. */
export const parseAsDay = createParser({
  parse: (text) => (isCalendarDate(text) ? text : null),
  serialize: String,
});
