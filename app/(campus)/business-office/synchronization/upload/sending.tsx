'use client';

import { Button } from '../../../../../components/ui/button.tsx';
import { Progress } from '../../../../../components/ui/progress.tsx';
import { inBytes } from './in-bytes.ts';
import type { FileUpload } from './use-file-upload.ts';

/** How much of the file was sent. Campus reads it as it comes, so that little is left to do at its end. */
export function Sending({ upload, file }: { upload: FileUpload; file: File }) {
  const whole = upload.sent >= file.size;
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-5">
      <p role="status">
        {whole ? 'All is sent. Campus is checking the last rows …' : 'Sending the file …'}{' '}
        <span className="sr-only">{file.name}</span>
      </p>
      <Progress label={`Sending ${file.name}`} value={Math.min(upload.sent, file.size)} max={file.size} />
      <p className="text-muted text-xs tabular-nums">
        {inBytes(Math.min(upload.sent, file.size))} of {inBytes(file.size)}. Keep this page open.
      </p>
      <div>
        <Button onClick={upload.stop}>Cancel the upload</Button>
      </div>
    </div>
  );
}
