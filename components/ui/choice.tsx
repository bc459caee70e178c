import { type ComponentProps, type ReactNode, useId } from 'react';

/** A radio button or checkbox with its label, with a line of help. */
export function Choice({
  label,
  help,
  ...input
}: Omit<ComponentProps<'input'>, 'type'> & {
  type: 'radio' | 'checkbox';
  label: ReactNode;
  help?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 py-1">
      <input
        {...input}
        id={id}
        aria-describedby={help ? `${id}-note` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {help && (
          <p id={`${id}-note`} className="text-muted text-xs">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
