'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { DateTime } from '../../../../components/dates.tsx';
import { Payload } from '../../../../components/payload/payload.tsx';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { buttonStyle } from '../../../../components/ui/button.tsx';
import { CopyButton } from '../../../../components/ui/copy-button.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { ErrorEntry } from '../../../../lib/error-log/schema.ts';
import { vendorText } from '../../../../lib/error-log/vendor-text.ts';
import { count } from '../../../../lib/text/numbers.ts';
import { errorQuery } from './queries.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';

const LISTED = 5;

/** *View Payload*: what was sent, its errors, and what to quote when asking for help. */
export function EntryDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const query = useQuery({ ...errorQuery(id ?? ''), enabled: id !== null });
  const entry = query.data;
  return (
    <Dialog
      open={id !== null}
      onClose={onClose}
      title={entry && !entry.hasPayload ? 'Details' : 'Payload'}
      className="max-w-3xl!"
      description={
        entry && (
          <>
            <span className="font-mono text-xs">{entry.action}</span>{' '}
            <bdi className="break-all font-mono text-xs">{entry.path}</bdi>
          </>
        )
      }
      footer={
        entry && (
          <>
            {entry.payload && entry.payloadLength > entry.payload.length && (
              <a
                href={adminHref('GET /error-log/{id}/payload', { params: { id: entry.id } })}
                download="payload.txt"
                className={buttonStyle('secondary')}
              >
                <Download aria-hidden className="size-4" />
                Download all
              </a>
            )}
            <CopyButton
              what="Summary for the vendor"
              label="Copy for vendor"
              text={vendorText(entry, globalThis.location.origin)}
            />
            {entry.payload && <CopyButton what="Payload" text={entry.payload} />}
          </>
        )
      }
    >
      {query.isError && <QueryError query={query} />}
      {!entry && !query.isError && <Skeleton className="mt-3 h-48" />}
      {entry && <Entry entry={entry} />}
    </Dialog>
  );
}

const Entry = ({ entry }: { entry: ErrorEntry }) => (
  <div className="mt-3 flex flex-col gap-3">
    <p className="break-words">
      <bdi>
        {entry.status}: {entry.message}
      </bdi>
    </p>
    <Facts entry={entry} />
    {entry.errors.length > 0 && (
      <div>
        <h3 className="mb-1 font-medium text-xs">Errors ({count(entry.totalErrors)})</h3>
        <ul className="flex flex-col gap-1 text-xs leading-5">
          {entry.errors.slice(0, LISTED).map((error) => (
            <li key={`${error.pointer} ${error.code} ${error.message}`} className="break-words">
              <bdi className="mr-1.5 break-all font-mono text-bad-ink">{error.pointer || 'whole body'}</bdi>
              <bdi>{error.message}</bdi> {error.hint && <bdi className="text-muted">{error.hint}</bdi>}
            </li>
          ))}
          {entry.totalErrors > LISTED && (
            <li className="text-muted">and {count(entry.totalErrors - LISTED)} more</li>
          )}
        </ul>
      </div>
    )}
    {entry.payload !== null && (
      <>
        <Payload text={entry.payload} errors={entry.errors} />
        <p className="text-muted text-xs">
          {ERROR_LOG_TEXTS.payload(entry.payload.length, entry.payloadLength)}
        </p>
      </>
    )}
  </div>
);

const Facts = ({ entry }: { entry: ErrorEntry }) => (
  <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-xs leading-5 [&_dt]:text-muted [&_dd]:break-all">
    <dt>Error Date</dt>
    <dd>
      <DateTime at={entry.occurredAt} time />
    </dd>
    {entry.client && (
      <>
        <dt>Client</dt>
        <dd>
          <bdi>{entry.client}</bdi>
        </dd>
      </>
    )}
    {entry.staffNumber && (
      <>
        <dt>Staff Number</dt>
        <dd>
          <bdi>{entry.staffNumber}</bdi>
        </dd>
      </>
    )}
    {entry.requestId && (
      <>
        <dt>Request ID</dt>
        <dd>
          <bdi>{entry.requestId}</bdi>
        </dd>
      </>
    )}
  </dl>
);
