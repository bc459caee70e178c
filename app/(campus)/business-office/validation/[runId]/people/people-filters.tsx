'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../../../components/ui/button.tsx';
import { classNames } from '../../../../../../components/ui/class-names.ts';
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
    className: 'w-30 max-sm:grow',
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value || null }),
  });
  const [shown, setShown] = useState(false);
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-2 gap-y-2 print:hidden">
      <div className="flex min-w-0 grow basis-0 sm:basis-72">
        <SearchBox
          label="Search the report"
          placeholder="Name, staff number or e-mail…"
          text={filters.search}
          onSearch={(search) => onChange({ search })}
        />
      </div>
      <Button
        aria-expanded={shown}
        aria-controls="people-filters"
        onClick={() => setShown(!shown)}
        className="sm:hidden"
      >
        <SlidersHorizontal aria-hidden className="size-4" />
        Filters
      </Button>
      <div
        id="people-filters"
        className={classNames('flex flex-wrap items-end gap-2', !shown && 'max-sm:hidden')}
      >
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
      </div>
    </div>
  );
}
