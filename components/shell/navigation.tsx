'use client';

import {
  Archive,
  ArrowRightLeft,
  Bell,
  CalendarClock,
  FileWarning,
  Fingerprint,
  House,
  Inbox,
  KeyRound,
  type LucideIcon,
  MapPin,
  Merge,
  RefreshCw,
  School,
  ScrollText,
  ShieldUser,
  Star,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import type { Page, PagePath } from './pages.ts';

const ICONS: Record<PagePath, LucideIcon> = {
  '/': House,
  '/messages': Inbox,
  '/staff': Users,
  '/people/combine': Merge,
  '/addresses': MapPin,
  '/business-office/credentials': KeyRound,
  '/business-office/synchronization': RefreshCw,
  '/business-office/feeds': CalendarClock,
  '/business-office/mappings': ArrowRightLeft,
  '/business-office/codes': School,
  '/business-office/error-log': FileWarning,
  '/business-office/notifications': Bell,
  '/admin/users': ShieldUser,
  '/admin/single-sign-on': Fingerprint,
  '/admin/audit': ScrollText,
  '/admin/kept-data': Archive,
};

interface Props {
  pages: readonly Page[];
  favourites: readonly string[];
  /** Called after a choice, for a menu that closes. */
  onChoose?: () => void;
}

/** The menu: favourites first, then every page under its levels. */
export function Navigation({ pages, favourites, onChoose }: Props) {
  const kept = pages.filter((page) => favourites.includes(page.path));
  const groups = Map.groupBy(pages, (page) => page.trail.join('/'));
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {kept.length > 0 && (
        <Group trail={['Favourites']}>
          {kept.map((page) => (
            <Entry key={page.path} page={page} icon={Star} onChoose={onChoose} />
          ))}
        </Group>
      )}
      {[...groups].map(([key, group]) => (
        <Group key={key} trail={group[0]?.trail ?? []}>
          {group.map((page) => (
            <Entry key={page.path} page={page} icon={ICONS[page.path]} onChoose={onChoose} />
          ))}
        </Group>
      ))}
    </nav>
  );
}

const Group = ({ trail, children }: { trail: readonly string[]; children: ReactNode }) => (
  <div>
    {trail.map((level, depth) => (
      <p
        key={level}
        className={classNames(
          'px-2.5 text-xs',
          depth === 0 ? 'text-subtle' : 'text-muted',
          depth === trail.length - 1 && 'mb-1',
        )}
      >
        {level}
      </p>
    ))}
    <ul className="flex flex-col gap-px">{children}</ul>
  </div>
);

function Entry({ page, icon: Icon, onChoose }: { page: Page; icon: LucideIcon; onChoose?: () => void }) {
  const current = usePathname();
  const here = page.path === '/' ? current === '/' : current.startsWith(page.path);
  return (
    <li>
      <Link
        href={page.path}
        onClick={onChoose}
        aria-current={here ? 'page' : undefined}
        className={classNames(
          'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-[0.8125rem] leading-5 transition-colors duration-100',
          here ? 'bg-accent-soft font-medium text-accent-ink' : 'text-muted hover:bg-hover hover:text-ink',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {page.name}
      </Link>
    </li>
  );
}
