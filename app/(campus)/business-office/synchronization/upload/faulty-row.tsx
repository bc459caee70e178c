'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { count } from '../../../../../lib/text/numbers.ts';
import type { DraftCheck, DraftLook } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

type Row = DraftCheck['faulty'][number];

/** A row with its errors: the cells they are about can be corrected, and all others on demand. */
export function FaultyRow({
  row: { line, staffNumber, cells, errors },
  columns,
  onCorrect,
}: {
  row: Row;
  columns: DraftLook['columns'];
  /** @param value null takes the correction back */
  onCorrect: (column: number, value: string | null) => void;
}) {
  const [all, setAll] = useState(false);
  const faulty = new Set(errors.flatMap(({ column }) => column ?? []));
  const shown = columns
    .map((_, index) => index)
    .filter((index) => all || faulty.has(index) || cells[index]?.corrected);
  return (
    <li className="py-3">
      <p className="font-medium">
        Line {count(line)}
        {staffNumber && (
          <>
            {' · '}
            <bdi>{staffNumber}</bdi>
          </>
        )}
      </p>
      <ul className="text-bad-ink">
        {errors.map(({ column, message }) => (
          <li key={`${column} ${message}`} className="wrap-anywhere">
            <bdi>{message}</bdi>
          </li>
        ))}
      </ul>
      {errors.length === 0 && <p className="text-muted">{UPLOAD_TEXTS.otherRow()}</p>}
      <div className="mt-2 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((index) => (
          <Cell
            key={`${index} ${cells[index]?.text}`}
            label={`${columns[index]?.header || `Column ${index + 1}`} of line ${line}`}
            name={columns[index]?.header || `Column ${index + 1}`}
            masked={columns[index]?.property === 'ssn'}
            cell={cells[index] ?? { text: '', corrected: false }}
            faulty={faulty.has(index)}
            onChange={(value) => onCorrect(index, value)}
          />
        ))}
      </div>
      {!all && shown.length < columns.length && (
        <Button kind="quiet" size="small" className="mt-1" onClick={() => setAll(true)}>
          Show the whole row
        </Button>
      )}
    </li>
  );
}

/** A corrected value takes effect when the field is left or Enter is pressed. An SSN is never filled in. */
function Cell({
  label,
  name,
  masked,
  cell: { text, corrected },
  faulty,
  onChange,
}: {
  label: string;
  name: string;
  masked: boolean;
  cell: Row['cells'][number];
  faulty: boolean;
  onChange: (value: string | null) => void;
}) {
  const [value, setValue] = useState(masked ? '' : text);
  const take = () => {
    if (value.trim() !== (masked ? '' : text)) onChange(value.trim());
  };
  return (
    <div className="min-w-0">
      <span aria-hidden className="mb-0.5 block truncate text-muted text-xs">
        {name}
      </span>
      <div className="flex gap-1">
        <input
          aria-label={label}
          aria-invalid={faulty || undefined}
          value={value}
          placeholder={masked ? text : undefined}
          onChange={(event) => setValue(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          className={classNames(inputStyle, corrected && 'border-good')}
        />
        {corrected && (
          <Button kind="quiet" size="icon" aria-label={`Undo ${label}`} onClick={() => onChange(null)}>
            <Undo2 aria-hidden className="size-4" />
          </Button>
        )}
      </div>
    </div>
  );
}
