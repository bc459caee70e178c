import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export const inputStyle =
  'h-9 w-full rounded-md border border-control bg-surface px-3 text-ink shadow-raised ' +
  'placeholder:text-subtle aria-invalid:border-bad';

export interface Labels {
  label: string;
  help?: ReactNode;
  /** The error, shown instead of the help. */
  error?: string;
}

/** A control with its label and its help or error; `children` gets the attributes that connect them. */
export function Labelled({
  label,
  help,
  error,
  className,
  children,
}: Labels & {
  className?: string;
  children: (tied: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  }) => ReactNode;
}) {
  const id = useId();
  const note = error ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={classNames('mt-1.5 text-xs', error ? 'text-bad-ink' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A text input. */
export const Field = ({ label, help, error, className, ...input }: ComponentProps<'input'> & Labels) => (
  <Labelled {...{ label, help, error, className }}>
    {(tied) => <input {...input} {...tied} className={inputStyle} />}
  </Labelled>
);
