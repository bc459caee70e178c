import { type inferParserType, parseAsStringLiteral } from 'nuqs/server';
import { VALUE_KINDS } from '../../../../lib/record/csv/meaning.ts';
import { parseAsPage, parseAsSearch } from '../../url-state.ts';

/** What of the page is in the URL. */
export const CODES = {
  kind: parseAsStringLiteral(VALUE_KINDS).withDefault('schools'),
  search: parseAsSearch,
  page: parseAsPage,
};
export type CodesState = inferParserType<typeof CODES>;
