import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { contextOf, requireRight } from '../../../../lib/auth/session.ts';
import { valuesOfMappings } from '../../../../lib/sync/upload/mapped-values.ts';
import { listValueMappings } from '../../../../lib/value-mapping/list-value-mappings.ts';
import { menuPlace } from '../../menu-place.ts';
import { newQueryClient } from '../../query-client.ts';
import { mappingsQuery } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { ValueMappings } from './value-mappings.tsx';

const TITLE = 'Value Mapping';

export const metadata: Metadata = { title: TITLE };

export default async function ValueMappingPage() {
  const ctx = contextOf(await requireRight('Synchronization'));
  const client = newQueryClient();
  await client.prefetchQuery({
    ...mappingsQuery,
    queryFn: async () => {
      const [found, files] = await Promise.all([listValueMappings(ctx), valuesOfMappings(ctx)]);
      return { ...found, files };
    },
  });
  return (
    <>
      <PageHeader
        title={TITLE}
        lead={MAPPING_TEXTS.lead()}
        {...(await menuPlace(ctx, '/business-office/mappings'))}
      />
      <HydrationBoundary state={dehydrate(client)}>
        <ValueMappings />
      </HydrationBoundary>
    </>
  );
}
