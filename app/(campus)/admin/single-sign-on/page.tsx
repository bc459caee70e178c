import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { settings } from '../../../../lib/settings.ts';
import { readSingleSignOn } from '../../../../lib/single-sign-on/read-single-sign-on.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { singleSignOnQuery } from './queries.ts';
import { SingleSignOn } from './single-sign-on.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Single Sign-On' };

export default async function SingleSignOnPage({
  searchParams,
}: {
  searchParams: Promise<{ test?: string | string[] }>;
}) {
  const ctx = { ...contextOf(await requireRight('User Security')), publicUrl: settings().publicUrl };
  const { test } = await searchParams;
  const client = newQueryClient();
  await client.prefetchQuery({ ...singleSignOnQuery, queryFn: () => readSingleSignOn(ctx) });
  return (
    <>
      <PageHeader
        title="Single Sign-On"
        lead={SIGN_ON_TEXTS.lead()}
        {...(await menuPlace(ctx, '/admin/single-sign-on'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <SingleSignOn test={typeof test === 'string' ? test : null} />
      </HydrationBoundary>
    </>
  );
}
