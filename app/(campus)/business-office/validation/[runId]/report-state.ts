import { type inferParserType, parseAsStringLiteral } from 'nuqs/server';
import { SECTIONS } from '../../../../../lib/report/section-names.ts';
import { FIELD_CHOICES } from '../../../../../lib/report/sections.ts';
import { parseAsSearch } from '../../../url-state.ts';

/** What of the report is in the URL. */
export const REPORT = {
  search: parseAsSearch,
  field: parseAsStringLiteral(FIELD_CHOICES.map(({ field }) => field)).withDefault(''),
  section: parseAsStringLiteral(SECTIONS),
};
export type ReportState = inferParserType<typeof REPORT>;
export type ReportFilters = Pick<ReportState, 'search' | 'field'>;

/** The filters of the entries. */
export const filtersOf = ({ search, field }: ReportState): ReportFilters => ({
  search: search.trim(),
  field,
});
