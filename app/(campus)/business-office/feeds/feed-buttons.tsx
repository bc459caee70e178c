'use client';

import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import type { Feed } from '../../../../lib/feeds/schema.ts';
import { FoundFile } from './found-file.tsx';
import { FEED_TEXTS } from './texts.ts';
import { useFeedCall } from './use-feed-call.ts';

/** What can be done with a feed. */
export function FeedButtons({
  feed,
  onEdit,
  children,
}: {
  feed: Feed;
  onEdit: () => void;
  children: ReactNode;
}) {
  const { id, source, hostKey } = feed;
  const params = { id };
  const [deleting, setDeleting] = useState(false);
  const run = useFeedCall(() => adminCall('POST /feeds/{id}/run', { params }), FEED_TEXTS.started);
  const pause = useFeedCall(
    (paused: boolean) => adminCall('POST /feeds/{id}/pause', { params, body: { paused } }),
    (paused) => (paused ? FEED_TEXTS.paused() : FEED_TEXTS.resumed()),
  );
  const remove = useFeedCall(() => adminCall('DELETE /feeds/{id}', { params }), FEED_TEXTS.deleted);
  const test = useMutation({
    mutationFn: () => adminCall('POST /feeds/test', { body: { id, source, hostKey } }),
  });
  const refused = run.error ?? pause.error ?? remove.error ?? test.error;
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 sm:px-5">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset names a form's part. */}
      <div role="group" aria-label={feed.name} className="flex flex-wrap gap-2">
        <Button size="small" busy={run.isPending} onClick={() => run.mutate(undefined)}>
          Run now
        </Button>
        <Button size="small" busy={test.isPending} onClick={() => test.mutate()}>
          Test connection
        </Button>
        <Button size="small" busy={pause.isPending} onClick={() => pause.mutate(!feed.paused)}>
          {feed.paused ? 'Resume' : 'Pause'}
        </Button>
        <Button size="small" onClick={onEdit}>
          Edit
        </Button>
        <Button size="small" busy={remove.isPending} onClick={() => setDeleting(true)}>
          Delete
        </Button>
        {children}
      </div>
      {refused && (
        <Callout tone="bad" role="alert">
          {refused.message}
        </Callout>
      )}
      {test.data && <FoundFile found={test.data} hostKey={hostKey} />}
      <ConfirmDialog
        open={deleting}
        danger
        title={`Delete the feed “${feed.name}”?`}
        action="Delete feed"
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setDeleting(false)}
      >
        <p>{FEED_TEXTS.willBeDeleted()}</p>
      </ConfirmDialog>
    </div>
  );
}
