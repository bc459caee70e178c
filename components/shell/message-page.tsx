import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A page with only a message: not found, no right, an error. */
export const MessagePage = ({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) => (
  <div className="mx-auto flex max-w-md flex-col items-center px-4 pt-[12vh] pb-12 text-center">
    <span className="mb-4 rounded-full border border-line bg-surface p-3 text-subtle">
      <Icon aria-hidden className="size-6" />
    </span>
    <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
    <div className="mt-2 text-pretty text-muted">{children}</div>
    {action && <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
