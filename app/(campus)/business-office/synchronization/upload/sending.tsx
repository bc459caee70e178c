'use client';

import { Button } from '../../../../../components/ui/button.tsx';
import { Progress } from '../../../../../components/ui/progress.tsx';
import { formatBytes } from './format-bytes.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** How much of the file was sent. */
export function Sending({ file, sent, onStop }: { file: File; sent: number; onStop: () => void }) {
  const done = Math.min(sent, file.size);
  return (
    <div className="flex flex-col gap-3">
      <p role="status">
        {done >= file.size ? UPLOAD_TEXTS.reading(file.name) : UPLOAD_TEXTS.sending(file.name)}
      </p>
      <Progress label={`Sending ${file.name}`} value={done} max={file.size} />
      <p className="text-muted text-xs tabular-nums">
        {UPLOAD_TEXTS.sent(formatBytes(done), formatBytes(file.size))}
      </p>
      <div>
        <Button onClick={onStop}>Cancel the upload</Button>
      </div>
    </div>
  );
}
