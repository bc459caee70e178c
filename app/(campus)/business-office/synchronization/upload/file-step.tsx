'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { ChooseFile } from './choose-file.tsx';
import type { Draft } from './draft.ts';
import { formatBytes } from './format-bytes.ts';
import { MappingField } from './mapping-field.tsx';
import { columnsQuery, draftQuery } from './queries.ts';
import { ReadingFields } from './reading-fields.tsx';
import { RowsPreview } from './rows-preview.tsx';
import { Sending } from './sending.tsx';
import { StepFrame } from './step-frame.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import { useSendFile } from './use-send-file.ts';

/** *File*: the file is sent, and the page says how it was read. */
export function FileStep({
  draft,
  open,
  onNext,
}: {
  draft: Draft | null;
  /** Whether the run takes a transfer now. */
  open: boolean;
  onNext: () => void;
}) {
  const client = useQueryClient();
  const sending = useSendFile();
  const look = useQuery({ ...columnsQuery(draft?.id ?? ''), enabled: draft?.isTable === true });
  const ready = draft !== null && (!draft.isTable || (look.isSuccess && !look.isFetching)) && !sending.file;
  async function discard(): Promise<void> {
    if (!draft) return;
    await adminCall('DELETE /sync/upload/drafts/{id}', { params: { id: draft.id } });
    client.setQueryData(draftQuery.queryKey, { draft: null });
  }
  return (
    <StepFrame
      title="File"
      lead={UPLOAD_TEXTS.fileLead()}
      footer={
        <>
          <a
            href={adminHref('GET /sync/upload/template')}
            download="staff-template.csv"
            className={`${buttonStyle('quiet')} mr-auto`}
          >
            Download a template
          </a>
          {draft && !sending.file && <Button onClick={discard}>Remove the file</Button>}
          <Button kind="primary" disabled={!ready} onClick={onNext}>
            Next
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        {sending.fault && (
          <Callout tone="bad" role="alert">
            {sending.fault}
          </Callout>
        )}
        {sending.file ? (
          <Sending file={sending.file} sent={sending.sent} onStop={sending.stop} />
        ) : (
          <>
            {draft && (
              <p>
                <bdi className="wrap-anywhere font-medium">{draft.fileName}</bdi>{' '}
                <span className="text-muted">({formatBytes(draft.bytes)})</span>
              </p>
            )}
            {draft?.isTable === false && <p className="text-muted">{UPLOAD_TEXTS.noColumns()}</p>}
            {draft?.isTable && (
              <>
                {look.isPending && <Skeleton className="h-32" />}
                <ReadingFields draft={draft} look={look.data} fault={look.error?.message} />
                <MappingField draft={draft} />
                {look.data && <RowsPreview look={look.data} />}
              </>
            )}
            <ChooseFile another={draft !== null} disabled={!open} onChoose={sending.choose} />
          </>
        )}
      </div>
    </StepFrame>
  );
}
