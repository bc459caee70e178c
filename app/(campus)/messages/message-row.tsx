'use client';

import { MailCheck, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { DateTime } from '../../../components/dates.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { classNames } from '../../../components/ui/class-names.ts';
import type { Message } from '../../../lib/messages/schema.ts';

/** One message of the inbox: its subject opens it. */
export function MessageRow({
  message,
  onOpen,
  onRead,
  onDelete,
}: {
  message: Message;
  onOpen: () => void;
  onRead: () => void;
  onDelete: () => void;
}) {
  const id = useId();
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-line border-t px-4 py-3 first:border-t-0 sm:px-5">
      <span
        aria-hidden
        className={classNames(
          'mt-1.5 size-2 shrink-0 rounded-full',
          message.read ? 'bg-transparent' : 'bg-accent',
        )}
      />
      <div className="min-w-0 flex-1 basis-56">
        <button
          type="button"
          id={id}
          onClick={onOpen}
          className={classNames(
            'wrap-anywhere rounded text-left hover:underline',
            message.read ? 'text-muted' : 'font-semibold',
          )}
        >
          {!message.read && <span className="sr-only">Unread: </span>}
          <bdi>{message.subject}</bdi>
        </button>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          <Badge>{message.type}</Badge>
          <DateTime at={message.createdAt} time />
        </p>
      </div>
      <span className="flex gap-1.5">
        {!message.read && (
          <Button size="small" aria-describedby={id} onClick={onRead}>
            <MailCheck aria-hidden className="size-3.5" />
            Mark read
          </Button>
        )}
        <Button size="small" aria-describedby={id} onClick={onDelete}>
          <Trash2 aria-hidden className="size-3.5" />
          Delete
        </Button>
      </span>
    </li>
  );
}
