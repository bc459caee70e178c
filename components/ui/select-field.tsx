import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { inputStyle } from './field.tsx';

export interface Option {
  value: string;
  label: string;
}

/** A labelled choice of one, as the browser draws it: it is known to everyone, and to every screen reader. */
export function SelectField({
  label,
  help,
  error,
  empty,
  options,
  className,
  ...select
}: ComponentProps<'select'> & {
  label: string;
  help?: ReactNode;
  error?: string;
  /** The name of having chosen nothing; without it a choice must be made. */
  empty?: string;
  options: readonly Option[];
}) {
  const id = useId();
  const note = error ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <select
        id={id}
        {...select}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={classNames(inputStyle, 'appearance-auto px-2')}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {note && (
        <p id={`${id}-note`} className={classNames('mt-1.5 text-xs', error ? 'text-bad-ink' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}
