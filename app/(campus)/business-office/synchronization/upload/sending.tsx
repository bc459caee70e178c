'use client';

import { Button } from '../../../../../components/ui/button.tsx';
import { Progress } from '../../../../../components/ui/progress.tsx';
import { formatBytes } from './format-bytes.ts';
import type { FileUpload } from './use-file-upload.ts';

/** How much of the file was sent. Campus reads it while it arrives, so little is left to do at the end. */
export function Sending({ upload, file }: { upload: FileUpload; file: File }) {
  const whole = upload.sent >= file.size;
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-5">
      <p role="status">
        {whole ? 'The file was sent. Campus is checking the last rows …' : 'Sending the file …'}{' '}
        <span className="sr-only">{file.name}</span>
      </p>
      <Progress label={`Sending ${file.name}`} value={Math.min(upload.sent, file.size)} max={file.size} />
      <p className="text-muted text-xs tabular-nums">
        {formatBytes(Math.min(upload.sent, file.size))} of {formatBytes(file.size)}. Keep this page open.
      </p>
      <div>
        <Button onClick={upload.stop}>Cancel the upload</Button>
      </div>
    </div>
  );
}
