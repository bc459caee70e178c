'use client';

import { Button } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import type { Uploaded } from '../../../../../lib/sync/upload/schema.ts';
import { count, counted } from '../../../../../lib/text/numbers.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import type { FileUpload } from './use-file-upload.ts';

const WARNINGS_SHOWN = 20;

/** How many staff were transferred, and the next step. */
export function Staged({
  upload,
  answer,
  onClose,
}: {
  upload: FileUpload;
  answer: Extract<Uploaded, { outcome: 'staged' }>;
  onClose: () => void;
}) {
  const { received, staffTransferred, setAside, warnings } = answer;
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-5">
      <Callout tone="good" role="status" title={`${upload.file?.name} was transferred`}>
        {UPLOAD_TEXTS.uploaded(received, staffTransferred, setAside)}
      </Callout>
      {warnings.length > 0 && (
        <Callout tone="warn" title={counted(warnings.length, 'warning', 'warnings')}>
          <ul className="list-disc pl-4">
            {warnings.slice(0, WARNINGS_SHOWN).map(({ message, pointer }) => (
              <li key={message + pointer}>{message}</li>
            ))}
          </ul>
          {warnings.length > WARNINGS_SHOWN && (
            <p>
              And {count(warnings.length - WARNINGS_SHOWN)} more. The results of the commit list all of them
              by person.
            </p>
          )}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => upload.choose(null)}>Transfer another file</Button>
        <Button kind="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
