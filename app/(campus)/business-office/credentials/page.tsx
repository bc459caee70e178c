import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { listClients } from '../../../../lib/credentials/list-clients.ts';
import { vendorUrls } from '../../../../lib/credentials/vendor-urls.ts';
import { settings } from '../../../../lib/settings.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { Credentials } from './credentials.tsx';
import { clientsQuery } from './queries.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

export const metadata: Metadata = { title: 'Business Office API Credentials' };

export default async function CredentialsPage() {
  const ctx = contextOf(await requireRight('API Credentials'));
  const client = newQueryClient();
  await client.prefetchQuery({
    ...clientsQuery(),
    queryFn: async () => ({ data: await listClients(ctx) }),
  });
  return (
    <>
      <PageHeader
        title="Business Office API Credentials"
        lead={CREDENTIAL_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/credentials'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <Credentials
          appName={ctx.district.appName}
          information={{
            district: ctx.district.name,
            ...vendorUrls(settings().publicUrl, ctx.district.appName),
          }}
        />
      </HydrationBoundary>
    </>
  );
}
