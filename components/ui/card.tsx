import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A surface for one topic. */
export const Card = ({ className, ...rest }: ComponentProps<'section'>) => (
  <section
    {...rest}
    className={classNames('rounded-lg border border-line bg-surface shadow-raised', className)}
  />
);

export const CardHeader = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div
    {...rest}
    className={classNames(
      'flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 sm:px-5',
      className,
    )}
  />
);

export const CardTitle = ({ className, children, ...rest }: ComponentProps<'h2'>) => (
  <h2 {...rest} className={classNames('font-semibold text-sm', className)}>
    {children}
  </h2>
);
