import type { QueryClient } from '@tanstack/react-query';
import { adminCall } from '../query/admin-call.ts';
import { adminHref } from '../query/admin-url.ts';
import { toast } from '../ui/toast.ts';
import type { Page } from './pages.ts';
import { signOut } from './sign-out-button.tsx';

export interface Action {
  name: string;
  note?: string;
  keywords: string;
  run: () => void;
}

interface Tools {
  client: QueryClient;
  go: (path: string) => void;
  turnTheme: () => void;
}

const SYNC = '/business-office/synchronization';

/** What the palette does at once, of what the pages of this user can do. */
export function actionsOf(pages: readonly Page[], { client, go, turnTheme }: Tools): Action[] {
  const has = (path: string) => pages.some((page) => page.path === path);
  const step = async (call: 'POST /sync/start' | 'POST /sync/validate', done: string) => {
    go(SYNC);
    try {
      await adminCall(call);
      toast('success', done);
    } catch (error) {
      toast('error', error instanceof Error ? error.message : String(error));
    } finally {
      await client.invalidateQueries({ queryKey: ['sync'] });
    }
  };
  return [
    ...(has(SYNC)
      ? [
          {
            name: 'Start Transfer',
            note: 'a new synchronization',
            keywords: 'sync begin',
            run: () => void step('POST /sync/start', 'The transfer has started.'),
          },
          {
            name: 'Validate',
            note: 'compare the transferred staff with Campus',
            keywords: 'sync check report',
            run: () => void step('POST /sync/validate', 'The validation has started.'),
          },
        ]
      : []),
    ...(has('/staff')
      ? [
          {
            name: 'Export staff to CSV',
            keywords: 'download list',
            run: () => location.assign(adminHref('GET /staff/export', { query: {} })),
          },
        ]
      : []),
    { name: 'Theme', note: 'light or dark', keywords: 'appearance mode', run: turnTheme },
    { name: 'Sign out', keywords: 'log off leave', run: () => void signOut() },
  ];
}
