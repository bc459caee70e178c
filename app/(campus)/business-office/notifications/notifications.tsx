'use client';

import { useQuery } from '@tanstack/react-query';
import { Bell, Plus } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useRef } from 'react';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { Editor } from './editor.tsx';
import { NotificationRow } from './notification-row.tsx';
import { notificationsQuery } from './queries.ts';
import { EDITOR_STATE, NEW } from './state.ts';
import { NOTIFICATION_TEXTS } from './texts.ts';

/** The list, and above it the editor. `missing`: why the user can't add recipients. */
export function Notifications({ missing }: { missing: string | undefined }) {
  const query = useQuery(notificationsQuery);
  const [{ notification: open }, setState] = useQueryStates(EDITOR_STATE, { history: 'push' });
  const newButton = useRef<HTMLButtonElement>(null);
  const edited = query.data?.data.find(({ id }) => id === open);
  const close = () => {
    setState({ notification: null });
    newButton.current?.focus();
  };
  return (
    <div className="flex flex-col gap-6">
      {(open === NEW || edited) && (
        <Editor key={open} notification={edited} missing={missing} onClose={close} />
      )}
      <Card aria-labelledby="notifications">
        <CardHeader>
          <CardTitle id="notifications">Notifications</CardTitle>
          <Button
            ref={newButton}
            size="small"
            kind="primary"
            disabled={missing !== undefined}
            title={missing}
            onClick={() => setState({ notification: NEW })}
          >
            <Plus aria-hidden className="size-3.5" />
            New
          </Button>
        </CardHeader>
        {missing && (
          <p className="px-4 pt-3 text-muted sm:px-5">{NOTIFICATION_TEXTS.recipientsHelp(missing)}</p>
        )}
        {query.isError && !query.data && <QueryError query={query} />}
        {!query.data && !query.isError && <Skeleton className="m-5 h-16" />}
        {query.data?.data.length === 0 && (
          <EmptyState icon={Bell} title="No notifications yet">
            {NOTIFICATION_TEXTS.noNotifications()}
          </EmptyState>
        )}
        {query.data && query.data.data.length > 0 && (
          <ul aria-label="Notifications">
            {query.data.data.map((notification) => (
              <NotificationRow
                key={notification.id}
                notification={notification}
                current={notification.id === open}
                onEdit={() => setState({ notification: notification.id })}
              />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
