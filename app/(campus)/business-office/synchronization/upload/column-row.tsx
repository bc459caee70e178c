'use client';

import { Badge } from '../../../../../components/ui/badge.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import type { Blanks } from '../../../../../lib/record/csv/meaning.ts';
import { shownCell } from '../../../../../lib/sync/upload/shown-cell.ts';
import { type ChosenColumn, hasInitials, needsChoice } from './columns-of.ts';
import { DatesSelect } from './dates-select.tsx';
import type { ColumnMeaning, DraftLook } from './draft.ts';
import { PlaceholderChoices } from './placeholder-choices.tsx';
import { PropertySelect } from './property-select.tsx';
import { UPLOAD_TEXTS } from './texts.ts';

const KNOWN_BY = {
  chosen: null,
  remembered: 'As last time',
  name: 'By its exact name',
  term: 'By a common name',
  values: 'By its values',
} as const;

/** A column of the file: its first values, what it is, how its dates are written, and what its blanks mean. */
export function ColumnRow({
  column,
  look,
  onChange,
}: {
  column: ChosenColumn;
  look: DraftLook;
  onChange: (change: Partial<ColumnMeaning>) => void;
}) {
  const { label, header, property, by, samples, filled, blank } = column;
  const isDate = look.properties.some(({ name, date }) => date && name === property);
  const known = by && KNOWN_BY[by];
  const keepsBlanks = property === null || UPLOAD_TEXTS.blanksOf(property) !== null;
  return (
    <tr className="border-line border-t max-md:block max-md:px-1 max-md:py-2">
      <td className="max-md:block">
        <bdi className="wrap-anywhere block font-medium">{header || '(no name)'}</bdi>
        <span className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
          {needsChoice(column) ? <Badge tone="warn">Please check</Badge> : known}
        </span>
      </td>
      <td className="max-md:block max-md:pt-0!">
        <ul className="text-muted max-md:flex max-md:flex-wrap max-md:gap-x-3">
          {samples.map((sample) => (
            <li key={sample} className="wrap-anywhere max-md:max-w-full">
              <bdi>{shownCell(sample, property)}</bdi>
            </li>
          ))}
        </ul>
        <span className="text-subtle text-xs">{UPLOAD_TEXTS.filled(filled, blank)}</span>
      </td>
      <td className="max-md:block max-md:pt-0!">
        <div className="flex min-w-0 flex-col gap-2">
          <PropertySelect
            label={`Column ${label}`}
            properties={look.properties}
            needed={look.needed}
            value={property}
            onChange={(chosen) => onChange({ property: chosen })}
          />
          {isDate && <DatesSelect column={column} onChange={(dates) => onChange({ dates })} />}
          {hasInitials(column) && <p className="text-muted text-xs">{UPLOAD_TEXTS.initials()}</p>}
          {property !== null && (
            <PlaceholderChoices column={column} onChange={(placeholders) => onChange({ placeholders })} />
          )}
        </div>
      </td>
      <td className="max-md:block max-md:pt-0!">
        <span aria-hidden className="mb-1 block text-muted text-xs md:hidden">
          Blank cells
        </span>
        <select
          aria-label={`Blanks of ${label}`}
          value={column.blanks ?? 'leave'}
          disabled={keepsBlanks}
          title={property === null ? undefined : (UPLOAD_TEXTS.blanksOf(property) ?? undefined)}
          onChange={(event) => onChange({ blanks: event.target.value as Blanks })}
          className={classNames(
            inputStyle,
            'appearance-auto px-1.5 disabled:opacity-55',
            column.blanks === 'erase' && 'border-bad text-bad-ink',
          )}
        >
          <option value="leave">Leave as is</option>
          <option value="erase">Erase</option>
        </select>
      </td>
    </tr>
  );
}
