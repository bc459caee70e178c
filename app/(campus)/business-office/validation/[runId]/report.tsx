'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useCallback, useEffect, useState } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Summary } from '../../../../../components/report/summary.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { Tab, TabPanel, Tabs, TabsList } from '../../../../../components/ui/tabs.tsx';
import type { Section } from '../../../../../lib/report/schema.ts';
import { ExportLinks } from './export-links.tsx';
import type { CardRights } from './people/card-buttons.tsx';
import { PeopleView } from './people/people-view.tsx';
import { reportQuery } from './queries.ts';
import { filtersOf, REPORT, type ReportState } from './report-state.ts';
import { Sections } from './sections.tsx';

const ERRORS: Section = 'errors';

/** The report below its heading: the figures, then the details, by person or by section. */
export function Report({ runId, rights }: { runId: string; rights: CardRights }) {
  const report = useQuery(reportQuery(runId));
  const [state, setState] = useQueryStates(REPORT, { history: 'replace' });
  const narrowed = filtersOf(state);
  const change = useCallback((next: Partial<ReportState> | null) => void setState(next), [setState]);
  const openSection = useSectionOpener(state, change);
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
  const { generatedAt, summary, erased, warnings } = report.data;
  return (
    <>
      <Summary
        figures={summary}
        erased={erased}
        generated={<DateTime at={generatedAt} time />}
        field={narrowed.field}
        onOpen={openSection}
        onField={(field) => change({ field })}
      />
      {warnings.map((warning) => (
        <Callout key={warning.code} tone="warn" className="mb-4">
          {warning.message}
          {warning.code === 'commitWillRefuse' && (
            <>
              {' '}
              <a
                href={`?view=sections#${ERRORS}`}
                onClick={(event) => {
                  event.preventDefault();
                  openSection(ERRORS);
                }}
                className="font-medium underline"
              >
                Show errors
              </a>
            </>
          )}
        </Callout>
      ))}
      <Tabs value={state.view} onChange={(view) => change({ view: view as ReportState['view'] })}>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="font-semibold text-base">Staff Synchronization Details</h2>
          <TabsList label="Details">
            <Tab value="people">People</Tab>
            <Tab value="sections">Sections</Tab>
          </TabsList>
          <ExportLinks
            runId={runId}
            section={state.view === 'sections' ? state.section : null}
            narrowed={narrowed}
          />
        </div>
        <TabPanel value="people">
          <PeopleView {...{ runId, generatedAt, state, rights }} onChange={change} />
        </TabPanel>
        <TabPanel value="sections">
          <Sections report={report.data} state={state} opensStaff={rights.opensStaff} onChange={change} />
        </TabPanel>
      </Tabs>
    </>
  );
}

/** Shows a section, which is on the page only while the Sections tab is. */
function useSectionOpener(
  { view }: ReportState,
  change: (next: Partial<ReportState>) => void,
): (section: Section) => void {
  const [wanted, setWanted] = useState<Section | null>(null);
  useEffect(() => {
    if (wanted === null || view !== 'sections') return;
    document.getElementById(wanted)?.scrollIntoView();
    setWanted(null);
  }, [wanted, view]);
  return (section) => {
    change({ view: 'sections', section: null });
    setWanted(section);
  };
}
