import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageHeader } from '../../../../../../components/shell/page-header.tsx';
import { buttonStyle } from '../../../../../../components/ui/button.tsx';
import { contextOf, requireRight } from '../../../../../../lib/auth/session.ts';
import { NotFound } from '../../../../../../lib/failure.ts';
import { listVersions } from '../../../../../../lib/report/compare/versions.ts';
import { trailOf } from '../../../../menu-place.ts';
import { newQueryClient } from '../../../../query-client.ts';
import { REPORT_TEXTS } from '../texts.ts';
import { Comparison } from './comparison.tsx';
import { versionsQuery } from './queries.ts';

const TITLE = 'Compare Validations';

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ runId: string }> };

export default async function ComparePage({ params }: Props) {
  const ctx = contextOf(await requireRight('Synchronization'));
  const { runId } = await params;
  if (!z.uuid().safeParse(runId).success) notFound();
  const versions = await listVersions(ctx, { runId }).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const client = newQueryClient();
  client.setQueryData(versionsQuery(runId).queryKey, versions);
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={REPORT_TEXTS.comparison()}
        trail={trailOf('/business-office/synchronization', TITLE)}
      >
        <Link href={`/business-office/validation/${runId}`} className={buttonStyle('secondary')}>
          Validation Report
        </Link>
      </PageHeader>
      <HydrationBoundary state={dehydrate(client)}>
        <Comparison runId={runId} />
      </HydrationBoundary>
    </>
  );
}
