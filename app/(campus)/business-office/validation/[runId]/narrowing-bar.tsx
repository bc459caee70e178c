'use client';

import { X } from 'lucide-react';
import { Button } from '../../../../../components/ui/button.tsx';
import { SearchBox } from '../../../../../components/ui/search-box.tsx';
import { SelectField } from '../../../../../components/ui/select-field.tsx';
import type { Section } from '../../../../../lib/report/schema.ts';
import { FIELD_CHOICES, SECTION_PLANS } from '../../../../../lib/report/sections.ts';
import type { ReportFilters, ReportState } from './report-state.ts';

const SECTION_OPTIONS = Object.entries(SECTION_PLANS).map(([value, { name }]) => ({ value, label: name }));
const FIELD_OPTIONS = FIELD_CHOICES.map(({ field, label }) => ({ value: field, label }));

/** VAL-3: the filters of the sections. */
export function NarrowingBar({
  state,
  narrowed,
  onChange,
}: {
  state: ReportState;
  narrowed: ReportFilters;
  onChange: (next: Partial<ReportState>) => void;
}) {
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
      {(narrowed.search || narrowed.field || state.section) && (
        <Button kind="quiet" onClick={() => onChange({ search: '', field: '', section: null })}>
          <X aria-hidden className="size-4" />
          Clear filters
        </Button>
      )}
    </div>
  );
}
