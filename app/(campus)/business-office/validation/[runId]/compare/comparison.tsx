'use client';

import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { formatDate, formatTime, useTimeZone } from '../../../../../../components/dates.tsx';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Card } from '../../../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../../../components/ui/empty-state.tsx';
import { SelectField } from '../../../../../../components/ui/select-field.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import { REPORT_TEXTS } from '../texts.ts';
import { ChangeCounts } from './change-counts.tsx';
import { ChangeList } from './change-list.tsx';
import { versionsQuery } from './queries.ts';
import { COMPARISON, chosenOf } from './state.ts';

/** Two validations of a run compared: the counts, and every entry that differs. */
export function Comparison({ runId }: { runId: string }) {
  const zone = useTimeZone();
  const versions = useQuery(versionsQuery(runId));
  const [state, setState] = useQueryStates(COMPARISON, { history: 'replace' });
  if (versions.isError && !versions.data)
    return (
      <Card>
        <QueryError query={versions} />
      </Card>
    );
  if (!versions.data) return <Skeleton className="h-60" />;
  const chosen = chosenOf(versions.data, state);
  if (!chosen)
    return (
      <Card>
        <EmptyState icon={GitCompareArrows} title="There is only one validation">
          {REPORT_TEXTS.oneValidation()}
        </EmptyState>
      </Card>
    );
  const options = versions.data.map(({ id, generatedAt }, i) => ({
    value: id,
    label: `${formatDate(generatedAt, zone)} ${formatTime(generatedAt, zone)}${i === 0 ? ' (latest)' : ''}`,
  }));
  const compared = {
    runId,
    ...chosen,
    ...(state.section && { section: state.section }),
    ...(state.change && { change: state.change }),
  };
  const select = (which: 'earlier' | 'later') => ({
    options,
    value: chosen[which],
    className: 'w-64 max-sm:w-full',
    onChange: (event: { target: { value: string } }) => setState({ [which]: event.target.value, page: 1 }),
  });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-3">
        <SelectField label="Earlier" {...select('earlier')} />
        <SelectField label="Later" {...select('later')} />
      </div>
      <ChangeCounts
        compared={compared}
        onChoose={(section, change) => setState({ section, change, page: 1 })}
      />
      <ChangeList
        compared={compared}
        page={state.page}
        onFilter={(narrowed) => setState({ ...narrowed, page: 1 })}
        onPage={(page) => setState({ page })}
      />
    </div>
  );
}
