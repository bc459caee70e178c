'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { dateExample, latestDay } from '../../../../../lib/record/csv/dates.ts';
import type { DateFormat } from '../../../../../lib/record/csv/meaning.ts';
import { placeholderKey } from '../../../../../lib/record/csv/placeholders.ts';
import type { ChosenColumn } from './columns-of.ts';
import { DATE_NAMES, UPLOAD_TEXTS } from './texts.ts';

/** How a column writes its dates, with a date of the file as it is then read. */
export function DatesSelect({
  column,
  onChange,
}: {
  column: ChosenColumn;
  onChange: (dates: DateFormat) => void;
}) {
  const { label, property, dates } = column;
  const samples = samplesOfDays(column);
  const latest = latestDay(property ?? '', new Date().toISOString().slice(0, 10));
  const example = dateExample(samples, dates, latest);
  return (
    <div>
      <select
        aria-label={`Dates of ${label}`}
        value={dates}
        onChange={(event) => onChange(event.target.value as DateFormat)}
        className={classNames(inputStyle, 'appearance-auto px-2')}
      >
        {Object.entries(DATE_NAMES).map(([format, name]) => (
          <option key={format} value={format}>
            {name}
          </option>
        ))}
      </select>
      {samples.length > 0 && (
        <p
          className={classNames('mt-1 text-xs', example ? 'text-muted' : 'text-warn-ink')}
          suppressHydrationWarning
        >
          {example ? UPLOAD_TEXTS.dateExample(example) : UPLOAD_TEXTS.noDate()}
        </p>
      )}
    </div>
  );
}

/** Its first values without those that stand for no day, such as 12/31/9999. */
const samplesOfDays = ({ samples, placeholders }: ChosenColumn): string[] => {
  const none = new Set(
    placeholders.filter(({ means }) => means !== 'value').map(({ text }) => placeholderKey(text)),
  );
  return samples.filter((sample) => !none.has(placeholderKey(sample)));
};
