import { Download } from 'lucide-react';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { buttonStyle } from '../../../../../components/ui/button.tsx';
import type { Section } from '../../../../../lib/report/schema.ts';
import type { ReportFilters } from './report-state.ts';

/** VAL-3: the entries that match, as files. */
export const ExportLinks = ({
  runId,
  section,
  narrowed,
}: {
  runId: string;
  section: Section | null;
  narrowed: ReportFilters;
}) => (
  <div className="ml-auto flex flex-wrap gap-2 max-sm:ml-0 print:hidden">
    {(['pdf', 'csv'] as const).map((format) => (
      <a
        key={format}
        href={adminHref('GET /validation/{runId}/export', {
          params: { runId },
          query: { ...narrowed, section, format },
        })}
        download={`validation-report.${format}`}
        className={buttonStyle('secondary', 'small')}
      >
        <Download aria-hidden className="size-4" />
        Export to {format.toUpperCase()}
      </a>
    ))}
  </div>
);
