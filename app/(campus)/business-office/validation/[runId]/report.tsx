'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { FieldChart } from '../../../../../components/report/field-chart.tsx';
import { Summary } from '../../../../../components/report/summary.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { Section } from '../../../../../lib/report/schema.ts';
import { SECTION_PLANS } from '../../../../../lib/report/sections.ts';
import { NarrowingBar } from './narrowing-bar.tsx';
import { reportQuery } from './queries.ts';
import { ReportSection } from './report-section.tsx';
import { filtersOf, REPORT, type ReportState } from './report-state.ts';
import { REPORT_TEXTS } from './texts.ts';

/** The report below its heading: the figures, then the details by section. */
export function Report({ runId }: { runId: string }) {
  const report = useQuery(reportQuery(runId));
  const [state, setState] = useQueryStates(REPORT, { history: 'replace' });
  const narrowed = filtersOf(state);
  const change = useCallback((next: Partial<ReportState> | null) => void setState(next), [setState]);
  if (report.isError && !report.data)
    return (
      <Card>
        <QueryError query={report} />
      </Card>
    );
  if (!report.data)
    return (
      <Card aria-busy="true" aria-label="Loading" className="p-5">
        <Skeleton className="h-6 w-72 max-w-full" />
        <Skeleton className="mt-5 h-48" />
      </Card>
    );
  return (
    <>
      <p className="-mt-4 mb-6 text-muted">
        Generated on <DateTime at={report.data.generatedAt} time />
      </p>
      <Summary figures={report.data.summary} />
      <FieldChart
        figures={report.data.summary}
        chosen={narrowed.field}
        onChoose={(field) => change({ field })}
      />
      {report.data.warnings.map((warning) => (
        <Callout key={warning.code} tone="warn" className="mb-6">
          {warning.message}
        </Callout>
      ))}
      <h2 className="font-semibold text-base">Staff Synchronization Details</h2>
      <p className="mt-0.5 mb-4 text-muted">{REPORT_TEXTS.details()}</p>
      <NarrowingBar runId={runId} state={state} narrowed={narrowed} onChange={change} />
      <div className="flex flex-col gap-5">
        {(Object.keys(SECTION_PLANS) as Section[])
          .filter((section) => state.section === null || section === state.section)
          .map((section) => (
            <ReportSection key={section} report={report.data} section={section} narrowed={narrowed} />
          ))}
      </div>
    </>
  );
}
