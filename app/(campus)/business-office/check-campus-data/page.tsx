import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { createLoader, type SearchParams } from 'nuqs/server';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { rightGivers } from '../../../../lib/access/right-givers.ts';
import { missingRight } from '../../../../lib/access/rights.ts';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { checkCampusData } from '../../../../lib/report/check-campus-data/check.ts';
import { CHECKS } from '../../../../lib/report/check-campus-data/schema.ts';
import { trailOf } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { Checks } from './checks.tsx';
import { PasteList } from './paste-list.tsx';
import { checkQuery } from './queries.ts';
import { PAGES_OF_LISTS } from './state.ts';
import { CHECK_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Check Campus Data' };

const loadState = createLoader(PAGES_OF_LISTS);

export default async function CheckCampusDataPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireRight('Synchronization');
  const ctx = contextOf(session);
  const state = await loadState(searchParams);
  const client = newQueryClient();
  await Promise.all(
    CHECKS.map((list) => {
      const page = state[list];
      return client.prefetchQuery({
        ...checkQuery(list, page),
        queryFn: () => checkCampusData(ctx, { list, page }),
      });
    }),
  );
  const lacking = session.rights.includes('Staff')
    ? null
    : missingRight(['Staff'], await ctx.db.inDistrict(ctx.district.id, rightGivers));
  return (
    <>
      <PageHeader
        title="Check Campus Data"
        lead={CHECK_TEXTS.lead()}
        trail={trailOf('/business-office/synchronization', 'Check Campus Data')}
      >
        {lacking === null && <PasteList />}
        <a
          href={adminHref('GET /check-campus-data/pdf')}
          download="check-campus-data.pdf"
          className={buttonStyle('secondary')}
        >
          <Download aria-hidden className="size-4" />
          Export to PDF
        </a>
      </PageHeader>
      <HydrationBoundary state={dehydrate(client)}>
        <Checks lacking={lacking} combines={session.rights.includes('Combine Person')} />
      </HydrationBoundary>
    </>
  );
}
