import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { listActions } from '../../../../lib/audit/list-actions.ts';
import { listEvents } from '../../../../lib/audit/list-events.ts';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { AuditLog } from './audit-log.tsx';
import { actionsQuery, auditQuery } from './queries.ts';
import { AUDIT, filtersOf, PAGE_SIZE } from './state.ts';
import { AUDIT_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Audit Log' };

const loadState = createLoader(AUDIT);

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = contextOf(await requireRight('User Security'));
  const state = await loadState(searchParams);
  const { page } = state;
  const filters = filtersOf(state);
  const client = newQueryClient();
  await Promise.all([
    client.prefetchQuery({
      ...auditQuery(filters, page),
      queryFn: () => listEvents(ctx, { ...filters, page, limit: PAGE_SIZE }),
    }),
    client.prefetchQuery({ ...actionsQuery(), queryFn: async () => ({ data: await listActions(ctx) }) }),
  ]);
  return (
    <>
      <PageHeader title="Audit Log" lead={AUDIT_TEXTS.lead()} {...(await menuPlace(ctx, '/admin/audit'))} />
      <HydrationBoundary state={dehydrate(client)}>
        <AuditLog />
      </HydrationBoundary>
    </>
  );
}
