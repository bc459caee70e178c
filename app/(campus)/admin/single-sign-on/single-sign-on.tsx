'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { EmergencyCard } from './emergency-card.tsx';
import { ProviderForm } from './provider-form.tsx';
import { singleSignOnQuery } from './queries.ts';
import { StateCard } from './state-card.tsx';
import { TestResult } from './test-result.tsx';

/** Sets up, tests and switches single sign-on. */
export function SingleSignOn({ test }: { test: string | null }) {
  const query = useQuery(singleSignOnQuery);
  const { data } = query;
  if (!data) return query.isError ? <QueryError query={query} /> : null;
  return (
    <div className="flex flex-col gap-6">
      {test && <TestResult id={test} />}
      {data.provider && <StateCard settings={data} provider={data.provider} />}
      <ProviderForm settings={data} />
      {data.provider && <EmergencyCard settings={data} provider={data.provider} />}
    </div>
  );
}
