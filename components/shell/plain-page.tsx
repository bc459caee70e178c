import type { ReactNode } from 'react';
import { BrandMark } from './brand.tsx';
import { ThemeButton } from './theme-button.tsx';

/** A page without the menu: one form below the product's mark. */
export const PlainPage = ({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead: ReactNode;
  /** Beside the theme. */
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <div className="flex min-h-dvh flex-col">
    <div className="flex justify-end gap-1 p-3">
      <ThemeButton />
      {actions}
    </div>
    <main className="mx-auto w-full max-w-md grow px-4 pt-[max(1rem,10vh)] pb-12">
      <div className="mb-6 flex flex-col items-center gap-3 text-center">
        <BrandMark className="size-11" />
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          <p className="mt-1 text-balance text-muted">{lead}</p>
        </div>
      </div>
      {children}
    </main>
  </div>
);
