'use client';

import { CodeOptions } from '../../../../../components/codes/code-options.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import type { DraftValues } from './draft.ts';

type Kind = DraftValues['kinds'][number];

/** Stands for *Ignore these rows* among the codes, none of which has a blank at its end. */
export const IGNORE = 'ignore ';

/** A choice among the district's values for one of the file's. */
export const ValueSelect = ({
  label,
  kind,
  choices,
  value,
  onChange,
  className,
}: {
  label: string;
  kind: Kind['kind'];
  choices: Kind['choices'];
  /** A code, IGNORE, or empty. */
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    className={classNames(inputStyle, 'appearance-auto px-2', className)}
  >
    <option value="">{kind === 'titles' ? 'Create it as a new title' : 'Choose …'}</option>
    <option value={IGNORE}>Ignore these rows</option>
    <CodeOptions choices={choices} />
  </select>
);
