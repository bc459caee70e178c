'use client';

import { CodeOptions } from '../../../../components/codes/code-options.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../components/ui/field.tsx';
import type { Mappings } from './queries.ts';

/** A choice among the codes of Campus. */
export const CodeSelect = ({
  label,
  choices,
  value,
  invalid,
  onChange,
}: {
  label: string;
  choices: Mappings['choices']['schools'];
  /** A code, or empty. */
  value: string;
  invalid: boolean;
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
    <CodeOptions choices={choices} />
  </select>
);
