'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { TableFrame } from '../../../../../components/data-table/table-frame.tsx';
import { Button } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import type { Uploaded } from '../../../../../lib/sync/upload/schema.ts';
import { count } from '../../../../../lib/text/numbers.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import { useDownloadBadRows } from './use-download-bad-rows.ts';
import type { FileUpload } from './use-file-upload.ts';

const MOST_SHOWN = 1_000;
const AT_ONCE = 100;

/** Why the file was not transferred, row by row. The rows can be fixed and uploaded again, or set aside. */
export function BadRows({
  upload,
  file,
  answer,
}: {
  upload: FileUpload;
  file: File;
  answer: Extract<Uploaded, { outcome: 'refused' }>;
}) {
  const { rows, complete, canSetAside, recognized } = answer;
  const [shown, setShown] = useState(AT_ONCE);
  const download = useDownloadBadRows({ file, look: upload.look.data, recognized, rows });
  const errors = rows.flatMap(({ line, staffNumber, errors: all }) =>
    all.map((error) => ({ line, staffNumber, ...error })),
  );
  const most = Math.min(errors.length, MOST_SHOWN);
  const sent = upload.send.variables;
  return (
    <div>
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        <Callout tone="bad" role="alert" title="No staff were transferred">
          {UPLOAD_TEXTS.invalidRows(rows.length, file.name, complete, canSetAside)}
        </Callout>
        <div className="flex flex-wrap gap-2 max-sm:*:w-full">
          <Button kind="primary" onClick={() => upload.choose(null)}>
            Choose the fixed file
          </Button>
          <Button busy={download.isPending} onClick={() => download.mutate()}>
            <Download aria-hidden className="size-4" />
            Download as CSV
          </Button>
          {canSetAside && complete && (
            <Button onClick={() => upload.send.mutate({ columns: sent?.columns, onInvalid: 'setAside' })}>
              Set aside and transfer the rest
            </Button>
          )}
          {upload.look.data && <Button onClick={() => upload.choose(file)}>Back to the columns</Button>}
        </div>
      </div>
      <TableFrame label="Rows that can’t be transferred">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Staff Number</th>
            <th scope="col">Error</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, Math.min(shown, most)).map(({ line, staffNumber, column, message, hint }) => (
            <tr key={`${line} ${column} ${message}`}>
              <td className="tabular-nums">{count(line)}</td>
              <td>
                <bdi className="wrap-anywhere block min-w-24">{column ?? '–'}</bdi>
              </td>
              <td className="tabular-nums">
                <bdi className="wrap-anywhere">{staffNumber || '–'}</bdi>
              </td>
              <td>
                <span className="wrap-anywhere block min-w-56">
                  <bdi>{message}</bdi> {hint && <span className="text-muted">{hint}</span>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {shown < most && (
        <ShowMore shown={shown} total={errors.length} busy={false} onMore={() => setShown(shown + AT_ONCE)} />
      )}
      {errors.length > MOST_SHOWN && shown >= most && (
        <p className="border-line border-t px-4 py-3 text-muted text-xs sm:px-5">
          The first {count(MOST_SHOWN)} of {count(errors.length)} errors. The download has all errors.
        </p>
      )}
    </div>
  );
}
