'use client';

import { CodeOptions } from '../../../../components/codes/code-options.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../components/ui/field.tsx';
import type { Mappings } from './queries.ts';

/** Stands for *Ignore these rows* among the codes, none of which has a blank at its end. */
export const IGNORE = 'ignore ';

/** A choice among the codes of Campus. */
export const CodeSelect = ({
  label,
  choices,
  value,
  invalid,
  canIgnore = false,
  onChange,
}: {
  label: string;
  choices: Mappings['choices']['schools'];
  /** A code, IGNORE, or empty. */
  value: string;
  invalid: boolean;
  /** Rows of files can be ignored. */
  canIgnore?: boolean;
  onChange: (code: string) => void;
}) => (
  <select
    aria-label={label}
    aria-invalid={invalid || undefined}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    className={classNames(inputStyle, 'appearance-auto px-2')}
  >
    <option value="">Choose …</option>
    {canIgnore && <option value={IGNORE}>Ignore these rows</option>}
    <CodeOptions choices={choices} />
  </select>
);
