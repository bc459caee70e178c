'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { DateTime } from '../../../components/dates.tsx';
import { Badge } from '../../../components/ui/badge.tsx';
import { Button, buttonStyle } from '../../../components/ui/button.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import type { Message } from '../../../lib/messages/schema.ts';

/** The open message. Opening it marks it as read. */
export function MessageViewer({
  message,
  onShown,
  onDelete,
  onClose,
}: {
  message: Message | undefined;
  onShown: (id: string) => void;
  onDelete: (id: string) => void;
  onClose: () => void;
}) {
  const unread = message && !message.read ? message.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per message, however often it renders.
  useEffect(() => {
    if (unread) onShown(unread);
  }, [unread]);
  // The message stays while the window closes.
  const [last, setLast] = useState(message);
  if (message && message !== last) setLast(message);
  const shown = message ?? last;
  return (
    <Dialog
      open={message !== undefined}
      onClose={onClose}
      title={shown?.subject ?? ''}
      footer={
        shown && (
          <>
            <Button onClick={() => onDelete(shown.id)}>Delete</Button>
            {shown.link && (
              <Link href={shown.link} className={buttonStyle('primary')}>
                {linkName(shown.link)}
              </Link>
            )}
          </>
        )
      }
    >
      {shown && (
        <>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
            <Badge>{shown.type}</Badge>
            <DateTime at={shown.createdAt} time />
          </p>
          <p dir="auto" className="wrap-anywhere mt-3 whitespace-pre-line">
            {shown.body}
          </p>
        </>
      )}
    </Dialog>
  );
}

const LINKS = [
  ['/staff', 'See the staff'],
  ['/business-office/feeds', 'Open the feed'],
  ['/business-office/error-log', 'Open the error log'],
  ['/business-office/credentials', 'Open API Credentials'],
] as const;

/** What the button of a message says: where it leads. */
const linkName = (link: string): string =>
  LINKS.find(([path]) => link.startsWith(path))?.[1] ?? 'See the results';
