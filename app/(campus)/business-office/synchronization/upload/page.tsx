import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../../lib/auth/session.ts';
import { syncOverview } from '../../../../../lib/sync/overview.ts';
import { myDraft } from '../../../../../lib/sync/wizard/draft.ts';
import { draftSchema } from '../../../../../lib/sync/wizard/schema.ts';
import { trailOf } from '../../../menu-place.ts';
import { newQueryClient } from '../../../query-client.ts';
import { syncQuery } from '../queries.ts';
import { draftQuery } from './queries.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import { Wizard } from './wizard.tsx';

const TITLE = 'Transfer Staff Via File Upload';

export const metadata: Metadata = { title: TITLE };

export default async function UploadPage() {
  const ctx = contextOf(await requireRight('Synchronization'));
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...syncQuery, queryFn: () => syncOverview(ctx) }),
    client.prefetchQuery({
      ...draftQuery,
      queryFn: async () => ({ draft: draftSchema.nullable().parse(await myDraft(ctx)) }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={UPLOAD_TEXTS.lead()}
        trail={trailOf('/business-office/synchronization', TITLE)}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <Wizard />
      </HydrationBoundary>
    </>
  );
}
