import Link from 'next/link';
import type { ReactNode } from 'react';
import { FavouriteButton } from './favourite-button.tsx';

export interface Crumb {
  name: string;
  /** Below the base path; undefined for a level of the menu that is not a page. */
  path?: string;
}

/** The breadcrumb, the page's name, and its actions. */
export function PageHeader({
  trail,
  title,
  lead,
  favourite,
  children,
}: {
  trail: readonly Crumb[];
  title: string;
  lead?: ReactNode;
  /** Its path in the menu, for pages that can be favourites. */
  favourite?: { path: string; kept: boolean };
  children?: ReactNode;
}) {
  return (
    <div className="mb-6">
      <nav aria-label="Breadcrumb" className="mb-1.5 print:hidden">
        <ol className="flex flex-wrap items-center gap-x-1.5 text-muted text-xs">
          {trail.map((crumb, i) => (
            <li key={crumb.name} className="flex items-center gap-x-1.5">
              {i > 0 && <span aria-hidden>/</span>}
              {crumb.path ? (
                <Link href={crumb.path} className="rounded hover:text-ink hover:underline">
                  {crumb.name}
                </Link>
              ) : (
                <span aria-current={i === trail.length - 1 ? 'page' : undefined}>{crumb.name}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex items-center gap-1">
            <h1 className="wrap-anywhere text-balance font-semibold text-xl tracking-tight">{title}</h1>
            {favourite && <FavouriteButton {...favourite} />}
          </div>
          {lead && <div className="mt-0.5 text-pretty text-muted">{lead}</div>}
        </div>
        {children && <div className="flex flex-wrap gap-2 print:hidden">{children}</div>}
      </div>
    </div>
  );
}
