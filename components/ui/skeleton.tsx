import { classNames } from './class-names.ts';

/** The place of something that is on its way. Its box must have the size of what comes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={classNames('block animate-pulse rounded bg-hover', className)} />
);
