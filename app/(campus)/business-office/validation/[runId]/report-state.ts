import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { Section } from '../../../../../lib/report/schema.ts';
import { SECTIONS } from '../../../../../lib/report/section-names.ts';
import { FIELD_CHOICES } from '../../../../../lib/report/sections.ts';

/** What of the report stands in the URL. */
export const REPORT = {
  search: parseAsString.withDefault(''),
  field: parseAsString.withDefault(''),
  section: parseAsStringLiteral(SECTIONS),
};

export interface ReportState {
  search: string;
  field: string;
  section: Section | null;
}

/** What the entries are narrowed to. */
export interface Narrowed {
  search: string;
  field: string;
}

const LONGEST = 200;

/** A URL may hold anything: what is asked is always sound. */
export const narrowedTo = ({ search, field }: ReportState): Narrowed => ({
  search: search.slice(0, LONGEST).trim(),
  field: FIELD_CHOICES.some((choice) => choice.field === field) ? field : '',
});
