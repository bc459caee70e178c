'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { adminHref } from '../../../../../components/query/admin-url.ts';
import { Button, buttonStyle } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { useHydrated } from '../../../../../components/ui/use-hydrated.ts';
import { FILE_ENDINGS } from '../../../../../lib/sync/upload/file-types.ts';
import type { FileUpload } from './use-file-upload.ts';

/** Chooses a file by drag and drop or in the file dialog. */
export function ChooseFile({ upload: { choose, fault } }: { upload: FileUpload }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hydrated = useHydrated();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-5">
      {fault && (
        <Callout tone="bad" role="alert">
          {fault}
        </Callout>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by key and click. */}
      <div
        data-drop
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={classNames(
          'flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-10 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-control',
        )}
      >
        <FileUp aria-hidden className="size-6 text-subtle" />
        <p>
          <span className="max-sm:hidden">Drop a file here, or </span>
          <Button
            kind="primary"
            className="max-sm:w-full"
            disabled={!hydrated}
            onClick={() => input.current?.click()}
          >
            Choose a file
          </Button>
        </p>
        {/* A file that was chosen before the page is live would be lost. */}
        <input
          ref={input}
          disabled={!hydrated}
          type="file"
          accept={FILE_ENDINGS}
          aria-label="File"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            choose(event.target.files?.[0] ?? null);
            event.target.value = '';
          }}
        />
        <p className="max-w-prose text-pretty text-muted text-xs">
          CSV or Excel (.xlsx) with any column names, JSON (a list, or “staffMembers”) or NDJSON. If a row is
          invalid, no staff are transferred until you fix it or set it aside.
        </p>
      </div>
      <a
        href={adminHref('GET /sync/upload/template')}
        download="staff-template.csv"
        className={classNames(buttonStyle('secondary'), 'self-start')}
      >
        Download a template
      </a>
    </div>
  );
}
