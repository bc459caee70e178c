'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { unreadQuery } from '../../components/messages/unread-query.ts';
import { Card } from '../../components/ui/card.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { Stat, Stats } from '../../components/ui/stat.tsx';
import { count } from '../../lib/text/numbers.ts';

/** How many messages the signed-in user has not read. */
export function UnreadMessages() {
  const { data } = useQuery(unreadQuery);
  return (
    <Card aria-label="Messages">
      <Stats className="rounded-t-lg">
        <Stat
          name="Unread messages"
          note={
            <Link href="/messages" prefetch={false} className="text-accent-ink underline">
              Read messages
            </Link>
          }
        >
          {data ? count(data.unread) : <Skeleton className="h-8 w-10" />}
        </Stat>
      </Stats>
    </Card>
  );
}
