'use client';

import { Download, Layers, X } from 'lucide-react';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { Button, buttonStyle } from '../../../../components/ui/button.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { SearchBox } from '../../../../components/ui/search-box.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { ERROR_STATES, type Narrowing } from '../../../../lib/error-log/schema.ts';
import { ACTIONS, type ErrorLogState } from './state.ts';
import { STATE_NAMES } from './texts.ts';

const STATUSES = [
  ['4xx', 'Refused (4xx)'],
  ['5xx', 'Campus errors (5xx)'],
  ['400', '400 Invalid request'],
  ['401', '401 Token or secret'],
  ['403', '403 Scope'],
  ['404', '404 Not found'],
  ['409', '409 Conflict'],
  ['413', '413 Too large'],
  ['422', '422 Invalid values'],
  ['429', '429 Too many calls'],
] as const;

/** The log's filters, and the export of all filtered entries. */
export function NarrowingBar({
  state,
  asked,
  onChange,
  onClear,
}: {
  state: ErrorLogState;
  asked: Narrowing;
  onChange: (next: Partial<ErrorLogState>) => void;
  onClear: () => void;
}) {
  const narrowed =
    Object.values(asked).some((value) => value !== undefined && value !== '') || state.cause !== '';
  return (
    <div className="flex flex-col gap-3 border-line border-b px-4 py-3 sm:px-5 print:hidden">
      <div className="flex flex-wrap items-end gap-3">
        <SearchBox
          label="Search the error log"
          placeholder="Message, path, staff number, request ID…"
          text={state.search}
          onSearch={(search) => onChange({ search })}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            aria-pressed={state.grouped}
            onClick={() => onChange({ grouped: !state.grouped, cause: '' })}
            className={state.grouped ? 'border-accent-line! bg-accent-soft! text-accent-ink!' : undefined}
          >
            <Layers aria-hidden className="size-4" />
            Group by cause
          </Button>
          <Export asked={asked} format="pdf" />
          <Export asked={asked} format="csv" />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-3 text-[0.8125rem]">
        <Field
          label="From"
          type="date"
          value={state.from ?? ''}
          max={state.to ?? undefined}
          onChange={(event) => onChange({ from: event.target.value || null })}
          className="w-38 max-sm:grow"
        />
        <Field
          label="To"
          type="date"
          value={state.to ?? ''}
          min={state.from ?? undefined}
          onChange={(event) => onChange({ to: event.target.value || null })}
          className="w-38 max-sm:grow"
        />
        <SelectField
          label="Action"
          empty="All"
          value={state.action ?? ''}
          options={ACTIONS.map((action) => ({ value: action, label: action }))}
          onChange={(event) => onChange({ action: event.target.value || null })}
          className="w-28 max-sm:grow"
        />
        <SelectField
          label="Status"
          empty="All"
          value={state.status ?? ''}
          options={STATUSES.map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ status: event.target.value || null })}
          className="w-48 max-sm:grow"
        />
        <SelectField
          label="State"
          empty="All"
          value={state.state ?? ''}
          options={ERROR_STATES.map((value) => ({ value, label: STATE_NAMES[value] }))}
          onChange={(event) =>
            onChange({ state: ERROR_STATES.find((value) => value === event.target.value) ?? null })
          }
          className="w-32 max-sm:grow"
        />
        {narrowed && (
          <Button kind="quiet" onClick={onClear}>
            <X aria-hidden className="size-4" />
            Clear filters
          </Button>
        )}
      </div>
      {state.cause !== '' && !state.grouped && (
        <p className="text-muted text-xs">
          Cause: <bdi className="break-words font-medium text-ink">{asked.cause || 'not recorded'}</bdi>
        </p>
      )}
    </div>
  );
}

const Export = ({ asked, format }: { asked: Narrowing; format: 'pdf' | 'csv' }) => (
  <a
    href={adminHref('GET /error-log/export', { query: { ...asked, format } })}
    download={`error-log.${format}`}
    className={buttonStyle('secondary')}
  >
    <Download aria-hidden className="size-4" />
    Export to {format.toUpperCase()}
  </a>
);
