import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Shown where there is no data: says why, and what to do. */
export const EmptyState = ({
  icon: Icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}) => (
  <div className="flex flex-col items-center px-6 py-10 text-center">
    <span className="mb-3 rounded-full border border-line bg-sunken p-2.5 text-subtle">
      <Icon aria-hidden className="size-5" />
    </span>
    <p className="font-medium">{title}</p>
    {children && <div className="mt-1 max-w-md text-pretty text-muted">{children}</div>}
  </div>
);
