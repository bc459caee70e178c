import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { inputStyle, Labelled, type Labels } from './field.tsx';

export interface Option {
  value: string;
  label: string;
}

/** A labeled native select, which every user and every screen reader knows. */
export const SelectField = ({
  label,
  help,
  error,
  empty,
  options,
  className,
  ...select
}: ComponentProps<'select'> &
  Labels & {
    /** The label of the empty choice; without it a choice is required. */
    empty?: string;
    options: readonly Option[];
  }) => (
  <Labelled {...{ label, help, error, className }}>
    {(tied) => (
      <select {...select} {...tied} className={classNames(inputStyle, 'appearance-auto px-2')}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
