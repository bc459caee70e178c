'use client';

import { useState } from 'react';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { inputStyle, Labelled } from '../../../../../components/ui/field.tsx';
import { SelectField } from '../../../../../components/ui/select-field.tsx';
import type { Draft, DraftLook, Mapping } from './draft.ts';
import { DELIMITER_NAMES, ENCODING_NAMES, UPLOAD_TEXTS } from './texts.ts';
import { useChoices } from './use-choices.ts';

type Reading = Mapping['reading'];

/** How the file was read, and what can be corrected. Other columns are then guessed again. */
export function ReadingFields({
  draft,
  look,
  fault,
}: {
  draft: Draft;
  look: DraftLook | undefined;
  fault: string | undefined;
}) {
  const choices = useChoices(draft);
  // What was recognized stays while the file is read again, so the controls keep the focus.
  const [last, setLast] = useState(look?.recognized);
  if (look && look.recognized !== last) setLast(look.recognized);
  const facts = look?.recognized ?? last;
  const read = (change: Reading) =>
    choices.mutate({ mapping: { reading: { ...draft.mapping?.reading, ...change }, columns: [] } });
  if (!facts)
    return (
      fault && (
        <Callout tone="bad" role="alert">
          {fault}
        </Callout>
      )
    );
  return (
    <>
      <p className="text-muted" role="status">
        {UPLOAD_TEXTS.recognized(facts)}
      </p>
      {fault && (
        <Callout tone="bad" role="alert">
          {fault}
        </Callout>
      )}
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {facts.sheet !== null && (
          <SelectField
            label="Sheet"
            value={facts.sheet}
            options={facts.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={(event) => read({ sheet: event.target.value, headerRow: undefined })}
          />
        )}
        {facts.encoding !== null && (
          <SelectField
            label="Encoding"
            value={draft.mapping?.reading.encoding ?? facts.encoding}
            options={optionsOf(ENCODING_NAMES)}
            onChange={(event) => read({ encoding: event.target.value as Reading['encoding'] })}
          />
        )}
        {facts.delimiter !== null && (
          <SelectField
            label="Delimiter"
            value={draft.mapping?.reading.delimiter ?? facts.delimiter}
            options={optionsOf(DELIMITER_NAMES, facts.delimiter)}
            onChange={(event) => read({ delimiter: event.target.value as Reading['delimiter'] })}
          />
        )}
        <HeaderRow
          key={`${facts.sheet} ${facts.headerRow}`}
          row={facts.headerRow}
          chosen={draft.mapping?.reading.headerRow}
          onChange={(headerRow) => read({ headerRow })}
        />
      </div>
    </>
  );
}

/** `also`: a sign that `sep=` names. */
const optionsOf = (names: Record<string, string>, also?: string) => [
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ...(also !== undefined && !(also in names) ? [{ value: also, label: also }] : []),
];

/** The number takes effect when it is left or Enter is pressed: 1 on the way to 12 is another row. */
function HeaderRow({
  row,
  chosen = row,
  onChange,
}: {
  /** As the file was last read. */
  row: number;
  /** As it was chosen, which may be no row that can be read. */
  chosen: number | undefined;
  onChange: (row: number) => void;
}) {
  const [text, setText] = useState(String(row));
  const take = () => {
    if (/^\d+$/.test(text.trim()) && Number(text) !== chosen) onChange(Number(text));
  };
  return (
    <Labelled label="Header is in row" help={UPLOAD_TEXTS.headerRowHelp()}>
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
