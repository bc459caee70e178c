import { classNames } from './class-names.ts';

/** A placeholder for loading content, in the same size. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={classNames('block animate-pulse rounded bg-hover', className)} />
);
