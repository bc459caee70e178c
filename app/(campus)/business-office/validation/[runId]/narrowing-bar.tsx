'use client';

import { Download, X } from 'lucide-react';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { SearchBox } from '../../../../../components/ui/search-box.tsx';
import { SelectField } from '../../../../../components/ui/select-field.tsx';
import type { Section } from '../../../../../lib/report/schema.ts';
import { FIELD_CHOICES, SECTION_PLANS } from '../../../../../lib/report/sections.ts';
import type { ReportFilters, ReportState } from './report-state.ts';

const SECTION_OPTIONS = Object.entries(SECTION_PLANS).map(([value, { name }]) => ({ value, label: name }));
const FIELD_OPTIONS = FIELD_CHOICES.map(({ field, label }) => ({ value: field, label }));

/** VAL-3: the filters of the details, and the export of all filtered entries. */
export function NarrowingBar({
  runId,
  state,
  narrowed,
  onChange,
}: {
  runId: string;
  state: ReportState;
  narrowed: ReportFilters;
  onChange: (next: Partial<ReportState> | null) => void;
}) {
  const file = (format: 'pdf' | 'csv') => (
    <a
      href={adminHref('GET /validation/{runId}/export', {
        params: { runId },
        query: { ...narrowed, section: state.section, format },
      })}
      download={`validation-report.${format}`}
      className={buttonStyle('secondary')}
    >
      <Download aria-hidden className="size-4" />
      Export to {format.toUpperCase()}
    </a>
  );
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <SearchBox
        label="Search the report"
        placeholder="Name or staff number…"
        text={state.search}
        onSearch={(search) => onChange({ search })}
      />
      <SelectField
        label="Section"
        empty="All"
        value={state.section ?? ''}
        options={SECTION_OPTIONS}
        onChange={(event) => onChange({ section: (event.target.value || null) as Section | null })}
        className="w-56 max-sm:grow"
      />
      <SelectField
        label="Differs in"
        empty="Any field"
        value={narrowed.field}
        options={FIELD_OPTIONS}
        onChange={(event) => onChange({ field: event.target.value })}
        className="w-44 max-sm:grow"
      />
      <div className="flex flex-wrap gap-2">
        {(narrowed.search || narrowed.field || state.section) && (
          <Button kind="quiet" onClick={() => onChange(null)}>
            <X aria-hidden className="size-4" />
            Clear filters
          </Button>
        )}
        {file('pdf')}
        {file('csv')}
      </div>
    </div>
  );
}
