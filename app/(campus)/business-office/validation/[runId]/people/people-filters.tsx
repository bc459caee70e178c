'use client';

import { X } from 'lucide-react';
import { Button } from '../../../../../../components/ui/button.tsx';
import { SearchBox } from '../../../../../../components/ui/search-box.tsx';
import { SelectField } from '../../../../../../components/ui/select-field.tsx';
import type { PeopleOverview } from '../../../../../../lib/report/people/schema.ts';
import { count } from '../../../../../../lib/text/numbers.ts';
import type { PeopleFilters, ReportState } from '../report-state.ts';

type Choices = PeopleOverview['changes'];

const options = (choices: Choices = [], chosen: string) =>
  choices
    .filter(({ people, value }) => people > 0 || value === chosen)
    .map(({ value, label, people }) => ({ value, label: `${label} (${count(people)})` }));

const REVIEWED = [
  { value: 'no', label: 'Not reviewed' },
  { value: 'yes', label: 'Reviewed' },
];

/** VAL-3: what the people are narrowed to. Each choice says how many people it finds. */
export function PeopleFilterBar({
  overview,
  filters,
  onChange,
}: {
  overview: PeopleOverview | undefined;
  filters: PeopleFilters;
  onChange: (next: Partial<ReportState>) => void;
}) {
  const select = (name: 'change' | 'field' | 'school' | 'warning' | 'reviewed') => ({
    value: filters[name],
    className: 'w-36 max-sm:grow',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value || null }),
  });
  const narrowed = Object.values(filters).some((value) => value !== '');
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <div className="flex basis-full">
        <SearchBox
          label="Search the report"
          placeholder="Name, staff number or e-mail…"
          text={filters.search}
          onSearch={(search) => onChange({ search })}
        />
      </div>
      <SelectField
        label="Change"
        empty="Any"
        options={options(overview?.changes, filters.change)}
        {...select('change')}
      />
      <SelectField
        label="Field"
        empty="Any"
        options={options(overview?.fields, filters.field)}
        {...select('field')}
      />
      <SelectField
        label="School"
        empty="Any"
        options={options(overview?.schools, filters.school)}
        {...select('school')}
      />
      <SelectField
        label="Warning"
        empty="Any"
        options={options(overview?.warnings, filters.warning)}
        {...select('warning')}
      />
      <SelectField label="Review" empty="All" options={REVIEWED} {...select('reviewed')} />
      {narrowed && (
        <Button
          kind="quiet"
          onClick={() =>
            onChange(
              Object.fromEntries(Object.keys(filters).map((name) => [name, null])) as Partial<ReportState>,
            )
          }
        >
          <X aria-hidden className="size-4" />
          Clear filters
        </Button>
      )}
    </div>
  );
}
