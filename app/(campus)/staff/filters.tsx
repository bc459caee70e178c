'use client';

import { classNames } from '../../../components/ui/class-names.ts';
import { STAFF_FILTERS, type StaffFilter } from '../../../lib/people/filters.ts';

const NAMES: Record<StaffFilter, string> = {
  incomplete: 'Incomplete',
  noNumber: 'No number',
  duplicateNumber: 'Duplicate number',
  hrManaged: 'HR-managed',
};

/** The directory's filters; a person must match all chosen ones. */
export const Filters = ({
  chosen,
  onChoose,
}: {
  chosen: readonly StaffFilter[];
  onChoose: (filters: StaffFilter[]) => void;
}) => (
  <fieldset className="flex flex-wrap gap-1.5">
    <legend className="sr-only">Filters</legend>
    {STAFF_FILTERS.map((filter) => {
      const on = chosen.includes(filter);
      return (
        <button
          key={filter}
          type="button"
          aria-pressed={on}
          onClick={() => onChoose(on ? chosen.filter((other) => other !== filter) : [...chosen, filter])}
          className={classNames(
            'h-8 rounded-full border px-3 text-[0.8125rem] transition-colors duration-100',
            on
              ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
              : 'border-line text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {NAMES[filter]}
        </button>
      );
    })}
  </fieldset>
);
