'use client';

import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { counted } from '../../lib/text/numbers.ts';
import { buttonStyle } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { unreadQuery } from './unread-query.ts';

const MAX_SHOWN = 99;

/** The link to the messages in the header, with the number of unread ones (NOT-4). */
export function UnreadBadge() {
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const name = unread === 0 ? 'No unread messages' : counted(unread, 'unread message', 'unread messages');
  return (
    <Link
      href="/messages"
      prefetch={false}
      aria-label={name}
      title={name}
      className={classNames(buttonStyle('quiet', 'icon'), 'relative')}
    >
      <Inbox aria-hidden className="size-4" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-2xs text-on-accent tabular-nums"
        >
          {unread > MAX_SHOWN ? `${MAX_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
