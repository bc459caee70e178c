'use client';

import { useQuery } from '@tanstack/react-query';
import { Inbox as InboxIcon, MailCheck } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useEffect } from 'react';
import { Pager } from '../../../components/data-table/pager.tsx';
import { QueryError } from '../../../components/query/query-error.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Card, CardHeader } from '../../../components/ui/card.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Skeleton } from '../../../components/ui/skeleton.tsx';
import { PAGE_SIZE } from '../../../lib/messages/page-size.ts';
import { count } from '../../../lib/text/numbers.ts';
import { MessageRow } from './message-row.tsx';
import { MessageViewer } from './message-viewer.tsx';
import { inboxQuery } from './queries.ts';
import { INBOX_STATE } from './state.ts';
import { MESSAGE_TEXTS } from './texts.ts';
import { useMessageAction } from './use-message-action.ts';

/** The signed-in user's messages, the newest first. */
export function InboxList() {
  const [state, setState] = useQueryStates(INBOX_STATE, { history: 'push' });
  const page = state.page;
  const inbox = useQuery(inboxQuery(page, state.unread));
  const read = useMessageAction('read');
  const remove = useMessageAction('delete');
  const { data } = inbox;
  const unreadHere = data?.data.filter((message) => !message.read).map(({ id }) => id) ?? [];
  // Deleting all messages of the last page leaves it empty.
  const beyond = data !== undefined && data.data.length === 0 && page > 1;
  useEffect(() => {
    if (beyond) setState({ page: 1 }, { history: 'replace' });
  }, [beyond, setState]);
  return (
    <Card aria-label="Inbox">
      <CardHeader>
        <p role="status" className="text-muted tabular-nums">
          {data ? `${count(data.unread)} unread` : 'Loading…'}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            aria-pressed={state.unread}
            kind={state.unread ? 'primary' : 'secondary'}
            onClick={() => setState({ unread: !state.unread, page: 1 })}
          >
            Unread only
          </Button>
          <Button
            size="small"
            busy={read.isPending}
            disabled={unreadHere.length === 0}
            onClick={() => read.mutate(unreadHere)}
          >
            <MailCheck aria-hidden className="size-3.5" />
            Mark this page as read
          </Button>
        </div>
      </CardHeader>
      {inbox.isError && !data && <QueryError query={inbox} />}
      {!data && !inbox.isError && <Skeleton className="m-5 h-24" />}
      {data && data.data.length === 0 && (
        <EmptyState icon={InboxIcon} title={state.unread ? 'No unread messages' : 'No messages'}>
          {MESSAGE_TEXTS.noMessages()}
        </EmptyState>
      )}
      {data && data.data.length > 0 && (
        <>
          <ul aria-label="Messages">
            {data.data.map((message) => (
              <MessageRow
                key={message.id}
                message={message}
                onOpen={() => setState({ message: message.id })}
                onRead={() => read.mutate([message.id])}
                onDelete={() => remove.mutate([message.id])}
              />
            ))}
          </ul>
          <Pager
            page={page}
            size={PAGE_SIZE}
            shown={data.data.length}
            more={data.more}
            total={data.total}
            noun={['message', 'messages']}
            onPage={(next) => setState({ page: next })}
          />
        </>
      )}
      <MessageViewer
        message={data?.data.find(({ id }) => id === state.message)}
        onShown={(id) => read.mutate([id])}
        onDelete={(id) => {
          setState({ message: null });
          remove.mutate([id]);
        }}
        onClose={() => setState({ message: null })}
      />
    </Card>
  );
}
