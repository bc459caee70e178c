'use client';

import { useState } from 'react';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { inputStyle, Labelled } from '../../../../../components/ui/field.tsx';
import { formatBytes } from './format-bytes.ts';
import { UPLOAD_TEXTS } from './texts.ts';
import type { FileUpload } from './use-file-upload.ts';

/** What was recognized of the chosen file, and what can be corrected. */
export function FileFacts({ upload, file }: { upload: FileUpload; file: File }) {
  const { look, read } = upload;
  // What was recognized stays while the file is read again, so the controls keep the focus.
  const [last, setLast] = useState(look.data?.recognized);
  if (look.data && look.data.recognized !== last) setLast(look.data.recognized);
  const facts = look.data?.recognized ?? last;
  return (
    <div className="flex flex-col gap-3 px-4 pt-4 sm:px-5">
      <p>
        <bdi className="wrap-anywhere font-medium">{file.name}</bdi>{' '}
        <span className="text-muted">({formatBytes(file.size)})</span>
      </p>
      {facts && (
        <>
          <p className="text-muted" role="status">
            {UPLOAD_TEXTS.recognized(facts)}
          </p>
          <div className="flex flex-wrap gap-3">
            {facts.sheets.length > 1 && (
              <Labelled label="Sheet" className="w-56 max-sm:w-full">
                {(tied) => (
                  <select
                    {...tied}
                    value={facts.sheet ?? ''}
                    onChange={(event) => read({ sheet: event.target.value })}
                    className={inputStyle}
                  >
                    {facts.sheets.map((sheet) => (
                      <option key={sheet}>{sheet}</option>
                    ))}
                  </select>
                )}
              </Labelled>
            )}
            <HeaderRow
              key={`${facts.sheet} ${facts.headerRow}`}
              row={facts.headerRow}
              onChange={(headerRow) => read({ headerRow, sheet: facts.sheet ?? undefined })}
            />
          </div>
        </>
      )}
      {look.error && (
        <Callout tone="bad" role="alert">
          {look.error.message}
        </Callout>
      )}
    </div>
  );
}

/** The number takes effect when it is left or Enter is pressed: 1 on the way to 12 is another row. */
function HeaderRow({ row, onChange }: { row: number; onChange: (row: number) => void }) {
  const [text, setText] = useState(String(row));
  const take = () => {
    if (/^\d+$/.test(text.trim()) && Number(text) !== row) onChange(Number(text));
  };
  return (
    <Labelled label="Header is in row" help={UPLOAD_TEXTS.headerRowHelp()} className="w-56 max-sm:w-full">
      {(tied) => (
        <input
          {...tied}
          type="number"
          min={0}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
          className={inputStyle}
        />
      )}
    </Labelled>
  );
}
