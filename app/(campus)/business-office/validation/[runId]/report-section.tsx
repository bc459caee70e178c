'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, Info } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { TableFrame } from '../../../../../components/data-table/table-frame.tsx';
import { PairRows, SingleRow } from '../../../../../components/report/entry-rows.tsx';
import { useDrawn } from '../../../../../components/report/use-drawn.ts';
import { Badge } from '../../../../../components/ui/badge.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { nothingIn } from '../../../../../lib/report/nothing.ts';
import type { Section, ValidationReport } from '../../../../../lib/report/schema.ts';
import { columnsOf, differingFirst, SECTION_PLANS } from '../../../../../lib/report/sections.ts';
import { count } from '../../../../../lib/text/numbers.ts';
import { isFiltered, sectionQuery } from './queries.ts';
import type { ReportFilters } from './report-state.ts';
import { REPORT_TEXTS } from './texts.ts';

/** Sections whose entries the commit acts on; the others only give reasons (VAL-1). */
function countedIn({ summary, sections }: ValidationReport, section: Section): number {
  if (section === 'demographics') return summary.demographics.people;
  if (section === 'duplicateStaffNumbers' || section === 'errors') return sections[section].total;
  return summary[section];
}

/** A section of *Staff Synchronization Details*: its first 100 filtered entries, and *Show more*. */
export function ReportSection({
  report,
  section,
  narrowed,
  opensStaff,
}: {
  report: ValidationReport;
  section: Section;
  narrowed: ReportFilters;
  opensStaff: boolean;
}) {
  const whole = report.sections[section];
  const plan = SECTION_PLANS[section];
  const [wanted, setWanted] = useState(false);
  const all = useInfiniteQuery({
    ...sectionQuery(report.runId, report.generatedAt, section, narrowed),
    enabled: whole.total > 0 && (wanted || isFiltered(narrowed)),
  });
  const pages = all.data?.pages;
  const waits = isFiltered(narrowed) && whole.total > 0 && !pages;
  const entries = useMemo(
    () => pages?.flatMap((page) => page.data) ?? (isFiltered(narrowed) ? [] : whole.entries),
    [pages, narrowed, whole],
  );
  const total = isFiltered(narrowed) ? (pages?.[0]?.total ?? 0) : whole.total;
  const columns = useMemo(
    () => differingFirst(columnsOf(section, entries), entries, narrowed.field),
    [section, entries, narrowed.field],
  );
  const drawn = useDrawn(entries.length);
  const figure = countedIn(report, section);
  const nothing = nothingIn(section, report);
  const title = plan.title.replace('{n}', count(whole.total));

  return (
    <Card
      id={section}
      aria-labelledby={`${section}-title`}
      className="scroll-mt-16 print:border-0 print:shadow-none"
    >
      <div className="px-4 py-3 sm:px-5">
        <div className="flex items-start justify-between gap-4">
          <h3 id={`${section}-title`} className="text-balance font-semibold text-sm">
            {title}
          </h3>
          <span className="flex shrink-0 gap-1.5 tabular-nums">
            <Badge>{count(figure)}</Badge>
            {whole.total > figure && <Badge>{count(whole.total - figure)} unchanged by the commit</Badge>}
          </span>
        </div>
        {plan.sentence && total > 0 && <p className="mt-0.5 text-muted text-xs">{plan.sentence}</p>}
        {waits && !all.isError && <Skeleton className="mt-2 h-5 w-48" />}
        {isFiltered(narrowed) && !waits && whole.total > 0 && (
          <p role="status" className="mt-0.5 text-muted text-xs">
            {REPORT_TEXTS.matches(total)}
          </p>
        )}
        {whole.total === 0 && (
          <p className="mt-1 flex items-center gap-2 text-muted">
            {nothing.good ? (
              <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
            ) : (
              <Info aria-hidden className="size-4 shrink-0 text-subtle" />
            )}
            {nothing.text}
          </p>
        )}
      </div>
      {total > 0 && (
        <TableFrame label={title} dense={plan.layout === 'pairs'}>
          <thead>
            <tr>
              {plan.layout === 'pairs' && <th scope="col">System</th>}
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" className="whitespace-normal! align-bottom">
                  {label}
                </th>
              ))}
              <th scope="col">Why</th>
            </tr>
          </thead>
          {entries.slice(0, drawn).map((entry, i) =>
            plan.layout === 'pairs' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and keep their place.
              <PairRows key={i} entry={entry} columns={columns} opensStaff={opensStaff} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <SingleRow key={i} section={section} entry={entry} columns={columns} opensStaff={opensStaff} />
            ),
          )}
        </TableFrame>
      )}
      {all.isError && (
        <Callout tone="bad" role="alert" className="m-4">
          {all.error.message}
        </Callout>
      )}
      {entries.length < total && (
        <ShowMore
          shown={entries.length}
          total={total}
          busy={all.isFetching}
          onMore={() => (all.data ? all.fetchNextPage() : setWanted(true))}
        />
      )}
    </Card>
  );
}
