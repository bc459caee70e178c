import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageHeader } from '../../../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../../../lib/auth/session.ts';
import { NotFound } from '../../../../../../lib/failure.ts';
import { pastRun } from '../../../../../../lib/sync/run/list-runs.ts';
import { previewUndo } from '../../../../../../lib/sync/undo/preview.ts';
import { trailOf } from '../../../../menu-place.ts';
import { newQueryClient } from '../../../../query-client.ts';
import { undoPreviewQuery } from '../../queries.ts';
import { TEXTS } from '../../texts.ts';
import { UndoPreview } from './undo-preview.tsx';

const TITLE = 'Undo a Commit';

export const metadata: Metadata = { title: TITLE };

export default async function UndoPage({ params }: { params: Promise<{ runId: string }> }) {
  const ctx = contextOf(await requireRight('Synchronization'));
  const { runId } = await params;
  if (!z.uuid().safeParse(runId).success) notFound();
  const run = await pastRun(ctx, { runId }).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const client = newQueryClient();
  if (run.undoable)
    await client.prefetchQuery({
      ...undoPreviewQuery(runId),
      queryFn: () => previewUndo(ctx, { runId }),
    });
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={TEXTS.undo()}
        trail={trailOf('/business-office/synchronization', 'Undo')}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <UndoPreview run={run} />
      </HydrationBoundary>
    </>
  );
}
