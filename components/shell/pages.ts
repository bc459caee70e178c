import { STAFF_RIGHTS, type ToolRight } from '../../lib/access/rights.ts';

/** Below the base path. A path without an icon does not compile. */
export type PagePath =
  | '/'
  | '/messages'
  | '/staff'
  | '/people/combine'
  | '/addresses'
  | '/business-office/credentials'
  | '/business-office/synchronization'
  | '/business-office/feeds'
  | '/business-office/mappings'
  | '/business-office/codes'
  | '/business-office/error-log'
  | '/business-office/notifications'
  | '/admin/users'
  | '/admin/single-sign-on'
  | '/admin/audit'
  | '/admin/kept-data';

export interface Page {
  path: PagePath;
  /** Its name in menu, breadcrumb and palette. */
  name: string;
  /** The menu's levels above it. */
  trail: readonly string[];
  /** One of these rights opens the page; an empty list means any signed-in user. */
  rights: readonly ToolRight[];
}

const PEOPLE = ['People'] as const;
const SECURITY = ['System Settings', 'Security'] as const;
const BUSINESS_OFFICE = ['System Settings', 'Business Office Integration'] as const;

/** Every page of the menu, in its order. Menu, palette, breadcrumb and the 403 page all read it here. */
export const PAGES: readonly Page[] = [
  { path: '/', name: 'Home', trail: [], rights: [] },
  { path: '/messages', name: 'Message Center', trail: [], rights: [] },
  { path: '/staff', name: 'Staff', trail: PEOPLE, rights: STAFF_RIGHTS },
  { path: '/people/combine', name: 'Combine Person', trail: PEOPLE, rights: ['Combine Person'] },
  { path: '/addresses', name: 'Addresses', trail: PEOPLE, rights: ['Addresses'] },
  {
    path: '/business-office/credentials',
    name: 'Business Office API Credentials',
    trail: BUSINESS_OFFICE,
    rights: ['API Credentials'],
  },
  {
    path: '/business-office/synchronization',
    name: 'Business Office Synchronization',
    trail: BUSINESS_OFFICE,
    rights: ['Synchronization'],
  },
  {
    path: '/business-office/feeds',
    name: 'Scheduled Feeds',
    trail: BUSINESS_OFFICE,
    rights: ['Synchronization'],
  },
  {
    path: '/business-office/mappings',
    name: 'Value Mapping',
    trail: BUSINESS_OFFICE,
    rights: ['Synchronization'],
  },
  {
    path: '/business-office/codes',
    name: 'Schools and Codes',
    trail: BUSINESS_OFFICE,
    rights: ['Synchronization', 'API Credentials'],
  },
  {
    path: '/business-office/error-log',
    name: 'Business Office Error Log',
    trail: BUSINESS_OFFICE,
    rights: ['Error Log'],
  },
  {
    path: '/business-office/notifications',
    name: 'Business Office Notifications',
    trail: BUSINESS_OFFICE,
    rights: ['Notifications'],
  },
  { path: '/admin/users', name: 'User Security', trail: SECURITY, rights: ['User Security'] },
  { path: '/admin/single-sign-on', name: 'Single Sign-On', trail: SECURITY, rights: ['User Security'] },
  { path: '/admin/audit', name: 'Audit Log', trail: SECURITY, rights: ['User Security'] },
  { path: '/admin/kept-data', name: 'Kept Data', trail: SECURITY, rights: ['User Security'] },
];

/** The pages someone may open. */
export const pagesFor = (rights: readonly ToolRight[]): Page[] =>
  PAGES.filter((page) => page.rights.length === 0 || page.rights.some((right) => rights.includes(right)));

/** Pages outside the menu, and the menu page whose rights open them. */
const BELOW: Record<string, string> = {
  '/business-office/validation': '/business-office/synchronization',
};

/** The same for pages without pages below them. */
const MENU_PAGE_OF: Record<string, string> = {
  '/account': '/',
  '/business-office/check-campus-data': '/business-office/synchronization',
};

/** The menu page that an address belongs to, with or without a query. */
function pageOf(address: string): Page | undefined {
  const path = address.split('?')[0] ?? '';
  const under = (parent: string) => path.startsWith(`${parent}/`);
  const parent = Object.keys(BELOW).find(under);
  const menuPage = MENU_PAGE_OF[path] ?? (parent && BELOW[parent]);
  return PAGES.find((page) =>
    menuPage ? page.path === menuPage : page.path === path || (page.path !== '/' && under(page.path)),
  );
}

export const isPage = (address: string): boolean => pageOf(address) !== undefined;

/** The rights that open an address. */
export const rightsOf = (address: string): readonly ToolRight[] => pageOf(address)?.rights ?? [];
