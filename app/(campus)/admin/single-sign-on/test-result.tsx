'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import type { TestFound } from '../../../../lib/single-sign-on/schema.ts';
import { testQuery } from './queries.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

/** What a test sign-in brought, and what it would lead to. */
export function TestResult({ id }: { id: string }) {
  const query = useQuery(testQuery(id));
  const found = query.data;
  return (
    <Card aria-label="Test sign-in">
      <CardHeader>
        <CardTitle>Test sign-in</CardTitle>
        {found && (found.problem ? <Badge tone="bad">Failed</Badge> : <Badge tone="good">Arrived</Badge>)}
      </CardHeader>
      <div className="flex flex-col gap-4 p-4 sm:px-5">
        {query.isError && <QueryError query={query} />}
        {found?.problem && (
          <Callout tone="bad" role="alert">
            {found.problem}
          </Callout>
        )}
        {found && !found.problem && <Found found={found} />}
      </div>
    </Card>
  );
}

function Found({ found }: { found: TestFound }) {
  const { result, username, name, email, groups, rights, claims } = found;
  const rows: [label: string, value: string][] = [
    ['Username', username ?? ''],
    ['Name', name ?? ''],
    ['Verified e-mail address', email ?? ''],
    ['Groups', groups.join(', ')],
    ['Tool rights', rights.join(', ')],
  ];
  return (
    <>
      <Callout tone={rights.length > 0 ? 'good' : 'warn'} role="status">
        {result}
      </Callout>
      <List rows={rows} />
      <details>
        <summary className="cursor-pointer font-medium">All claims that arrived</summary>
        <div className="mt-3">
          <List rows={claims.map((claim) => [claim.name, claim.value])} mono />
        </div>
      </details>
    </>
  );
}

const List = ({ rows, mono }: { rows: [label: string, value: string][]; mono?: boolean }) => (
  <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
    {rows.map(([label, value]) => (
      <div key={label} className="contents">
        <dt className="text-muted">{label}</dt>
        <dd className={mono ? 'wrap-anywhere font-mono text-xs' : 'wrap-anywhere'}>
          <bdi>{value || SIGN_ON_TEXTS.nothing()}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);
