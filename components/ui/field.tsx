import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

export const inputStyle =
  'h-9 w-full rounded-md border border-control bg-surface px-3 text-ink shadow-raised ' +
  'placeholder:text-subtle aria-invalid:border-bad';

/** A labelled text input with a line of help or what is wrong with it. */
export function Field({
  label,
  help,
  error,
  className,
  ...input
}: ComponentProps<'input'> & { label: string; help?: ReactNode; error?: string }) {
  const id = useId();
  const note = error ?? help;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <input
        id={id}
        {...input}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={inputStyle}
      />
      {note && (
        <p id={`${id}-note`} className={classNames('mt-1.5 text-xs', error ? 'text-bad-ink' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}
