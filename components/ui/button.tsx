import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'small' | 'medium' | 'icon' | 'small-icon';

const KINDS: Record<Kind, string> = {
  primary: 'bg-accent text-on-accent shadow-raised hover:bg-accent-hover',
  secondary: 'border border-line bg-surface text-ink shadow-raised hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'bg-bad text-on-accent shadow-raised hover:bg-bad-hover',
};

const SIZES: Record<Size, string> = {
  small: 'h-7 gap-1.5 px-2.5 text-xs',
  medium: 'h-9 gap-2 px-3.5 text-sm',
  icon: 'size-9',
  'small-icon': 'size-7',
};

/** The look of a button, also for links that lead to the next step. */
export const buttonStyle = (kind: Kind = 'secondary', size: Size = 'medium'): string =>
  classNames(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium',
    'transition-colors duration-100 aria-disabled:pointer-events-none not-aria-busy:aria-disabled:opacity-55',
    KINDS[kind],
    SIZES[size],
  );

type Props = ComponentProps<'button'> & {
  kind?: Kind;
  size?: Size;
  /** Waiting for an answer: shows a spinner and ignores further clicks. */
  busy?: boolean;
};

/** Stays focusable when disabled (`aria-disabled`), so that keyboard users can reach the reason next to it. */
export function Button({ kind, size, busy, disabled, className, children, onClick, ...rest }: Props) {
  const off = disabled || busy;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonStyle(kind, size), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
