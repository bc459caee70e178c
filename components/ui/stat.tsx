import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** One figure with its name, in a row of figures. */
export const Stat = ({
  name,
  note,
  tone,
  children,
}: {
  name: string;
  note?: ReactNode;
  tone?: 'warn' | 'bad';
  children: ReactNode;
}) => (
  <div className="flex flex-col bg-surface px-4 py-3 sm:px-5">
    <dt className="text-muted text-xs">{name}</dt>
    <dd
      className={classNames(
        'font-semibold text-xl tabular-nums leading-8',
        tone === 'warn' && 'text-warn-ink',
        tone === 'bad' && 'text-bad-ink',
      )}
    >
      {children}
      {note && <span className="block font-normal text-muted text-xs leading-5">{note}</span>}
    </dd>
  </div>
);

/** The row of figures. */
export const Stats = ({ className, children }: { className?: string; children: ReactNode }) => (
  <dl className={classNames('grid gap-px overflow-hidden rounded-b-lg bg-line', className)}>{children}</dl>
);
