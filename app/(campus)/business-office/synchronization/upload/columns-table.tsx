'use client';

import { TableFrame } from '../../../../../components/data-table/table-frame.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import type { ColumnMeaning, DateFormat } from '../../../../../lib/record/csv/meaning.ts';
import type { FileLook } from '../../../../../lib/sync/upload/schema.ts';
import { PropertySelect } from './property-select.tsx';

type LookedAt = FileLook['columns'][number];

const KNOWN_BY = {
  remembered: 'Remembered',
  name: 'By its exact name',
  term: 'By a common name',
  values: 'By its values',
};
const DATES: Record<DateFormat, string> = {
  iso: 'YYYY-MM-DD',
  mdy: 'M/D/YYYY',
  dmy: 'D/M/YYYY',
  named: 'With the month’s name',
  compact: 'YYYYMMDD',
  mdyCompact: 'MMDDYYYY',
  dmyCompact: 'DDMMYYYY',
  serial: 'Spreadsheet day number',
};

/** A file's columns with their first values, and a choice for each. */
export function ColumnsTable({
  look,
  columns,
  onChange,
}: {
  look: FileLook;
  columns: readonly LookedAt[];
  onChange: (index: number, change: Partial<ColumnMeaning>) => void;
}) {
  const isDate = new Set(look.properties.filter(({ date }) => date).map(({ name }) => name));
  return (
    <TableFrame label="Columns of the file">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col" className="max-sm:hidden">
            First rows
          </th>
          <th scope="col">Property</th>
          <th scope="col">Guessed</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may appear twice; columns never move.
          <tr key={index}>
            <td>
              <bdi className="wrap-anywhere block max-w-60 max-sm:max-w-28 sm:min-w-28 font-medium">
                {column.header || '(no name)'}
              </bdi>
              {/* Where there is no room for a column of their own. */}
              <div className="sm:hidden">
                <Values rows={look.rows} index={index} />
              </div>
            </td>
            <td className="max-sm:hidden">
              <Values rows={look.rows} index={index} />
            </td>
            <td>
              <div className="flex min-w-40 flex-col gap-1.5">
                <PropertySelect
                  label={`Property of ${column.header || `column ${index + 1}`}`}
                  properties={look.properties}
                  value={column.property}
                  onChange={(property) => onChange(index, { property })}
                />
                {column.property !== null && isDate.has(column.property) && (
                  <select
                    aria-label={`Dates of ${column.header || `column ${index + 1}`}`}
                    value={column.dates}
                    onChange={(event) => onChange(index, { dates: event.target.value as DateFormat })}
                    className={classNames(inputStyle, 'appearance-auto px-2')}
                  >
                    {Object.entries(DATES).map(([format, name]) => (
                      <option key={format} value={format}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            </td>
            <td className="whitespace-nowrap text-muted">
              {column.property === look.columns[index]?.property
                ? column.by
                  ? KNOWN_BY[column.by]
                  : '–'
                : 'Your choice'}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Values({ rows, index }: { rows: FileLook['rows']; index: number }) {
  return (
    <ul className="max-w-72 text-muted max-sm:max-w-28 sm:min-w-32">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file never move.
        <li key={at} className="truncate">
          <bdi>{row[index]?.trim() || '–'}</bdi>
        </li>
      ))}
    </ul>
  );
}
