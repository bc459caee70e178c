'use client';

import { Check, ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { inputStyle, Labelled, type Labels } from './field.tsx';

export interface Choice {
  id: string;
  name: string;
  note?: string;
}

/**
 * A combobox for choosing several options, which the caller finds for the typed text. Choosing a chosen one removes it. The caller shows the chosen ones. Base UI's combobox is not used: it hides the page from screen readers while open, and Escape clears the choice.
 */
export function ChoicesField({
  label,
  help,
  error,
  className,
  placeholder,
  disabled,
  text,
  onText,
  choices,
  chosen,
  onChoose,
  note,
}: Labels & {
  className?: string;
  placeholder: string;
  disabled?: boolean;
  /** What is typed. */
  text: string;
  onText: (text: string) => void;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (choice: Choice) => void;
  /** A note about the options, such as no matches or more matches. */
  note?: string;
}) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = choices[Math.min(at, choices.length - 1)];
  const optionId = (choice: Choice) => `${list}-${choice.id}`;
  const choose = (choice: Choice) => {
    onChoose(choice);
    onText('');
    setOpen(false);
    setAt(0);
  };
  const step = (by: number) => {
    if (open) setAt((Math.min(at, choices.length - 1) + by + choices.length) % Math.max(1, choices.length));
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (open && key === 'Enter') active && choose(active);
    else if (open && key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Labelled {...{ label, help, error, className }}>
      {(tied) => (
        <div className="relative">
          <input
            {...tied}
            role="combobox"
            aria-expanded={open}
            aria-autocomplete="list"
            aria-controls={open && choices.length > 0 ? list : undefined}
            aria-activedescendant={open && active ? optionId(active) : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={placeholder}
            disabled={disabled}
            value={text}
            onChange={(event) => {
              onText(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
            className={classNames(inputStyle, 'pr-10 disabled:opacity-55')}
          />
          <button
            type="button"
            // With the keyboard the arrow keys open the list.
            tabIndex={-1}
            aria-label={`Show ${label.toLowerCase()}`}
            aria-expanded={open}
            disabled={disabled}
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => {
              setOpen(!open);
              event.currentTarget.parentElement?.querySelector('input')?.focus();
            }}
            className="absolute top-0.5 right-0.5 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover disabled:opacity-55"
          >
            <ChevronDown aria-hidden className="size-4" />
          </button>
          {open && (
            // Keeps the focus in the input when the list is clicked.
            <div
              onPointerDown={(event) => event.preventDefault()}
              className="absolute z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-floating"
            >
              {choices.length > 0 && (
                <div id={list} role="listbox" aria-label={label} aria-multiselectable>
                  {choices.map((choice) => (
                    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active one.
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys.
                    <div
                      key={choice.id}
                      id={optionId(choice)}
                      role="option"
                      aria-selected={chosen.includes(choice.id)}
                      onClick={() => choose(choice)}
                      onPointerMove={() => setAt(choices.indexOf(choice))}
                      className={classNames(
                        'flex cursor-default items-center gap-2 rounded px-2 py-1.5',
                        choice === active && 'bg-hover',
                      )}
                    >
                      <span className="min-w-0 flex-1">
                        <bdi className="wrap-anywhere block">{choice.name}</bdi>
                        {choice.note && (
                          <bdi className="wrap-anywhere block text-muted text-xs">{choice.note}</bdi>
                        )}
                      </span>
                      {chosen.includes(choice.id) && (
                        <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />
                      )}
                    </div>
                  ))}
                </div>
              )}
              <p role="status" className="px-2 py-1 text-muted text-xs empty:hidden">
                {note}
              </p>
            </div>
          )}
        </div>
      )}
    </Labelled>
  );
}
