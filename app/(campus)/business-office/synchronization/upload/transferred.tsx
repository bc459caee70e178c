'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { inLabels } from '../../../../../lib/record/in-labels.ts';
import { count, counted } from '../../../../../lib/text/numbers.ts';
import type { DraftTransferred } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

export type TransferredFile = DraftTransferred & { fileName: string };

const WARNINGS_SHOWN = 20;

/** How many staff were transferred, and the next step. */
export function Transferred({
  file: { fileName, result, mapping },
  onAnother,
}: {
  file: TransferredFile;
  onAnother: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (result.outcome !== 'staged') return null;
  const { received, staffTransferred, setAside, warnings } = result;
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-5">
      <h2 ref={heading} tabIndex={-1} className="wrap-anywhere font-semibold text-base">
        {fileName} was transferred
      </h2>
      <Callout tone="good" role="status">
        <p>{UPLOAD_TEXTS.uploaded(received, staffTransferred, setAside)}</p>
        {mapping && <p>{UPLOAD_TEXTS.keptAs(mapping.name, mapping.version)}</p>}
      </Callout>
      {warnings.length > 0 && (
        <Callout tone="warn" title={counted(warnings.length, 'warning', 'warnings')}>
          <ul className="list-disc pl-4">
            {warnings.slice(0, WARNINGS_SHOWN).map(({ message, pointer }) => (
              <li key={message + pointer}>{UPLOAD_TEXTS.ofFile(inLabels(message))}</li>
            ))}
          </ul>
          {warnings.length > WARNINGS_SHOWN && (
            <p>{UPLOAD_TEXTS.moreWarnings(count(warnings.length - WARNINGS_SHOWN))}</p>
          )}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2 max-sm:*:w-full">
        <Link href="/business-office/synchronization" className={buttonStyle('primary')}>
          Back to Staff Synchronization
        </Link>
        <Button onClick={onAnother}>Transfer another file</Button>
      </div>
    </div>
  );
}
