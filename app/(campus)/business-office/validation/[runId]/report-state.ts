import { type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { PERSON_CHANGES } from '../../../../../lib/report/people/changes.ts';
import { SECTIONS } from '../../../../../lib/report/section-names.ts';
import { FIELD_CHOICES } from '../../../../../lib/report/sections.ts';
import { parseAsSearch } from '../../../url-state.ts';

export const VIEWS = ['people', 'sections'] as const;

/** What of the report is in the URL. */
export const REPORT = {
  view: parseAsStringLiteral(VIEWS).withDefault('people'),
  search: parseAsSearch,
  field: parseAsString.withDefault(''),
  section: parseAsStringLiteral(SECTIONS),
  change: parseAsStringLiteral([...PERSON_CHANGES, 'excluded']).withDefault('' as never),
  school: parseAsString.withDefault(''),
  warning: parseAsString.withDefault(''),
  reviewed: parseAsStringLiteral(['yes', 'no']).withDefault('' as never),
};
export type ReportState = inferParserType<typeof REPORT>;
export type ReportFilters = Pick<ReportState, 'search' | 'field'>;

/** The filters of the entries. The People view has fields that no section has a column for. */
export const filtersOf = ({ search, field }: ReportState): ReportFilters => ({
  search: search.trim(),
  field: FIELD_CHOICES.some((choice) => choice.field === field) ? field : '',
});

/** The filters of the people. */
export type PeopleFilters = ReportFilters & Pick<ReportState, 'change' | 'school' | 'warning' | 'reviewed'>;

export const peopleFiltersOf = (state: ReportState): PeopleFilters => ({
  search: state.search.trim(),
  field: state.field,
  change: state.change,
  school: state.school,
  warning: state.warning,
  reviewed: state.reviewed,
});
