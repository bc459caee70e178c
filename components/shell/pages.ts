import type { ToolRight } from '../../lib/auth/rights.ts';

export interface Page {
  /** Below the base path. */
  path: string;
  /** As the menu, the breadcrumb and the palette call it. */
  name: string;
  /** The menu's levels above it. */
  trail: readonly string[];
  /** Who has none of these has no such page; an empty list is for anyone signed in. */
  rights: readonly ToolRight[];
}

const BUSINESS_OFFICE = ['System Settings', 'Business Office Integration'] as const;

/** Every page of the menu, in its order. Menu, palette, breadcrumb and the 403 page all read it here. */
export const PAGES: readonly Page[] = [
  { path: '/', name: 'Home', trail: [], rights: [] },
  {
    path: '/business-office/synchronization',
    name: 'Business Office Synchronization',
    trail: BUSINESS_OFFICE,
    rights: ['Synchronization'],
  },
];

/** The pages someone may open. */
export const pagesFor = (rights: readonly ToolRight[]): Page[] =>
  PAGES.filter((page) => page.rights.length === 0 || page.rights.some((right) => rights.includes(right)));

/** The rights that open what lies under a path; the validation report belongs to the synchronisation. */
export function rightsOf(path: string): readonly ToolRight[] {
  if (path.startsWith('/business-office/validation/')) return ['Synchronization'];
  return PAGES.findLast((page) => path === page.path || path.startsWith(`${page.path}/`))?.rights ?? [];
}
