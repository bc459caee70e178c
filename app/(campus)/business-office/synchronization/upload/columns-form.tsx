'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { ColumnMeaning } from '../../../../../lib/record/csv/meaning.ts';
import { isTable, typeOfFile } from '../../../../../lib/sync/upload/file-types.ts';
import type { FileLook } from '../../../../../lib/sync/upload/schema.ts';
import { blockersOf } from './blockers.ts';
import { ColumnsTable } from './columns-table.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import type { FileUpload } from './use-file-upload.ts';

/** The chosen file before it is sent. The columns of a table have to be confirmed. */
export function ColumnsForm({ upload, file }: { upload: FileUpload; file: File }) {
  const { look, send } = upload;
  const [changed, setChanged] = useState<ReadonlyMap<number, Partial<ColumnMeaning>>>(new Map());
  if (look.isPending) return <Skeleton className="m-5 h-40" />;
  const columns = look.data?.columns.map((guessed, index) => ({ ...guessed, ...changed.get(index) }));
  const blocks = columns && look.data ? blockersOf(columns, look.data.needed) : [];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (blocks.length > 0) return;
    const meanings = columns?.map(({ header, property, dates }) => ({ header, property, dates }));
    send.mutate({ columns: meanings, onInvalid: 'reject' });
  };
  return (
    <form onSubmit={onSubmit}>
      {send.error && (
        <Callout tone="bad" role="alert" title={send.error.message} className="mx-4 mt-3 sm:mx-5">
          {send.error.errors.slice(1, 6).map(({ pointer, message }) => (
            <p key={pointer + message}>{message}</p>
          ))}
        </Callout>
      )}
      {look.data && columns && (
        <>
          <p className="max-w-prose text-pretty px-4 pt-1 pb-3 text-muted sm:px-5">
            {UPLOAD_TEXTS.checkColumns()}
          </p>
          <ColumnsTable
            look={look.data}
            columns={columns}
            onChange={(index, change) =>
              setChanged(new Map(changed).set(index, { ...changed.get(index), ...change }))
            }
          />
          <UnusedColumns columns={columns} />
        </>
      )}
      <div className="flex flex-col gap-3 px-4 py-4 sm:px-5">
        {blocks.length > 0 && (
          <Callout tone="warn" role="status">
            <ul id="upload-blocks">
              {blocks.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            kind="primary"
            disabled={blocks.length > 0}
            aria-describedby={blocks.length > 0 ? 'upload-blocks' : undefined}
          >
            Transfer this file
          </Button>
          <Button onClick={() => upload.choose(null)}>Choose another file</Button>
        </div>
        {!isTable(typeOfFile(file.name)) && <p className="text-muted text-xs">{UPLOAD_TEXTS.noColumns()}</p>}
      </div>
    </form>
  );
}

/** Names the columns that are left out: no data is dropped without notice. */
function UnusedColumns({ columns }: { columns: FileLook['columns'] }) {
  const names = columns
    .filter(({ property }) => property === null)
    .map(({ header }) => header || '(no name)');
  if (names.length === 0) return null;
  return (
    <p className="border-line border-t px-4 pt-4 sm:px-5">
      <strong className="font-semibold">{UPLOAD_TEXTS.unusedColumns(names.length)}</strong>{' '}
      <bdi className="wrap-anywhere">{names.join(', ')}</bdi>.
    </p>
  );
}
