'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { useHydrated } from '../../../../../components/ui/use-hydrated.ts';
import { FILE_ENDINGS } from '../../../../../lib/sync/upload/file-types.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Chooses a file by drag and drop or in the file dialog; smaller where one is chosen already. */
export function ChooseFile({
  another,
  disabled,
  onChoose,
}: {
  another: boolean;
  disabled: boolean;
  onChoose: (file: File | undefined) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hydrated = useHydrated();
  const off = disabled || !hydrated;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!off) onChoose(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by key and click.
    <div
      data-drop
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 text-center',
        another ? 'py-4' : 'py-10',
        over ? 'border-accent bg-accent-soft' : 'border-control',
      )}
    >
      {!another && <FileUp aria-hidden className="size-6 text-subtle" />}
      <p className="max-sm:w-full">
        <span className="max-sm:hidden">
          {another ? 'Drop another file here, or ' : 'Drop a file here, or '}
        </span>
        <Button
          kind={another ? 'secondary' : 'primary'}
          className="max-sm:w-full"
          disabled={off}
          onClick={() => input.current?.click()}
        >
          {another ? 'Choose another file' : 'Choose a file'}
        </Button>
      </p>
      {/* A file that was chosen before the page is live would be lost. */}
      <input
        ref={input}
        disabled={off}
        type="file"
        accept={FILE_ENDINGS}
        aria-label="File"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {!another && <p className="max-w-prose text-pretty text-muted text-xs">{UPLOAD_TEXTS.fileTypes()}</p>}
    </div>
  );
}
