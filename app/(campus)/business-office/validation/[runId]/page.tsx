import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { STAFF_RIGHTS } from '../../../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../../../lib/auth/session.ts';
import { NotFound } from '../../../../../lib/failure.ts';
import { inLabels } from '../../../../../lib/record/in-labels.ts';
import { readValidation } from '../../../../../lib/report/read-validation.ts';
import { NoLongerKept } from '../../../../../lib/retention/gone.ts';
import { trailOf } from '../../../menu-place.ts';
import { newQueryClient } from '../../../query-client.ts';
import { reportQuery } from './queries.ts';
import { Report } from './report.tsx';

const TITLE = 'Staff Synchronization Validation Report';
const SYNCHRONIZATION = '/business-office/synchronization';

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ runId: string }> };

export default async function ValidationPage({ params }: Props) {
  const session = await requireRight('Synchronization');
  const ctx = contextOf(session);
  const { runId } = await params;
  if (!z.uuid().safeParse(runId).success) notFound();
  const report = await readValidation(ctx, { runId }).catch((error) => {
    if (error instanceof NoLongerKept) return error;
    if (error instanceof NotFound) notFound();
    throw error;
  });
  if (report instanceof NoLongerKept)
    return (
      <>
        <PageHeader title={TITLE} trail={trailOf(SYNCHRONIZATION, 'Validation Report')} />
        <Callout>{inLabels(report.message)}</Callout>
      </>
    );
  const client = newQueryClient();
  client.setQueryData(reportQuery(runId).queryKey, report);
  return (
    <>
      <PageHeader title={TITLE} trail={trailOf(SYNCHRONIZATION, 'Validation Report')}>
        <Link
          href={`/business-office/validation/${runId}/compare`}
          prefetch={false}
          className={buttonStyle('secondary', 'small')}
        >
          Compare Validations
        </Link>
        <Link href={SYNCHRONIZATION} className={buttonStyle('secondary', 'small')}>
          Staff Synchronization
          <ArrowRight aria-hidden className="size-3.5" />
        </Link>
      </PageHeader>
      <HydrationBoundary state={dehydrate(client)}>
        <Report
          runId={runId}
          rights={{
            opensStaff: STAFF_RIGHTS.some((right) => session.rights.includes(right)),
            editsStaff: session.rights.includes('Staff'),
            combines: session.rights.includes('Combine Person'),
          }}
        />
      </HydrationBoundary>
    </>
  );
}
