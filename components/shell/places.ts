import type { Page, PagePath } from './pages.ts';

/** A page or a part of one that the palette finds. */
export interface Place {
  path: string;
  name: string;
  trail: readonly string[];
  /** What it is for, in words that people type and its name lacks. */
  keywords: string;
}

const KEYWORDS: Record<PagePath, string> = {
  '/': 'start overview dashboard',
  '/messages': 'inbox notifications unread',
  '/staff': 'people employees directory teachers',
  '/people/combine': 'merge duplicates parent hired twice',
  '/addresses': 'merge duplicates households',
  '/business-office/credentials':
    'client id secret token url api vendor hand over link documentation swagger',
  '/business-office/synchronization':
    'sync start transfer end validate commit undo history results schedule validation report restart',
  '/business-office/feeds': 'sftp https folder file every night automatic import schedule',
  '/business-office/mappings': 'unmapped values schools genders assignment codes titles translate',
  '/business-office/codes': 'school numbers genders assignment codes titles uses list',
  '/business-office/error-log': 'failed calls payload errors',
  '/business-office/notifications': 'notify recipients messages',
  '/admin/users': 'new user invite tool rights reset password disable second factor policy accounts',
  '/admin/single-sign-on':
    'sso oidc openid connect entra google okta identity provider groups emergency admins',
  '/admin/audit': 'who did what when changes log',
  '/admin/kept-data': 'retention days delete old remove history how long',
};

/** Parts of the product without a place in the menu, each below a page that opens with the same rights. */
const PARTS: (Place & { below: string })[] = [
  {
    path: '/account',
    below: '/',
    name: 'Your account',
    trail: [],
    keywords: 'password second factor recovery codes sessions e-mail profile',
  },
  {
    path: '/business-office/synchronization/upload',
    below: '/business-office/synchronization',
    name: 'Transfer Staff Via File Upload',
    trail: ['Business Office Synchronization'],
    keywords: 'import csv xlsx excel file mapping wizard',
  },
  {
    path: '/business-office/synchronization/guards',
    below: '/business-office/synchronization',
    name: 'Commit Guards',
    trail: ['Business Office Synchronization'],
    keywords: 'limits approval hold second person exclude',
  },
  {
    path: '/business-office/check-campus-data',
    below: '/business-office/synchronization',
    name: 'Check Campus Data',
    trail: ['Business Office Synchronization'],
    keywords: 'staff numbers missing duplicate placeholder pending correct',
  },
];

/** The places someone may open, those of the menu first. */
export const placesOf = (pages: readonly Page[]): Place[] => [
  ...pages.map((page) => ({ ...page, keywords: KEYWORDS[page.path] })),
  ...PARTS.filter(({ below }) => pages.some(({ path }) => path === below)),
];
