'use client';

import type { Section, ValidationReport } from '../../../../../lib/report/schema.ts';
import { SECTION_PLANS } from '../../../../../lib/report/sections.ts';
import { NarrowingBar } from './narrowing-bar.tsx';
import { ReportSection } from './report-section.tsx';
import { filtersOf, type ReportState } from './report-state.ts';
import { REPORT_TEXTS } from './texts.ts';

/** The details by section, in the guide's order (VAL-2). */
export function Sections({
  report,
  state,
  opensStaff,
  onChange,
}: {
  report: ValidationReport;
  state: ReportState;
  opensStaff: boolean;
  onChange: (next: Partial<ReportState>) => void;
}) {
  const narrowed = filtersOf(state);
  return (
    <>
      <p className="mb-4 text-muted">{REPORT_TEXTS.details()}</p>
      <NarrowingBar state={state} narrowed={narrowed} onChange={onChange} />
      <div className="flex flex-col gap-5">
        {(Object.keys(SECTION_PLANS) as Section[])
          .filter((section) => state.section === null || section === state.section)
          .map((section) => (
            <ReportSection key={section} {...{ report, section, narrowed, opensStaff }} />
          ))}
      </div>
    </>
  );
}
