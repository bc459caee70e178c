'use client';

import { type ReactNode, useState } from 'react';
import { codeLabel } from '../../../../components/codes/code-label.ts';
import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import type { ValueKind } from '../../../../lib/record/csv/meaning.ts';
import { CodeSelect, IGNORE } from './code-select.tsx';
import type { Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';

/** What a value of HR is in Campus; it can be changed in its row. */
export function MappingRow({
  of: { kind, value, code },
  choices,
  badge,
  note,
  canIgnore = false,
  onSave,
  onRemove,
}: {
  /** A code of null: rows with the value are ignored. */
  of: { kind: ValueKind; value: string; code: string | null };
  choices: Mappings['choices'];
  badge?: ReactNode;
  note?: ReactNode;
  canIgnore?: boolean;
  onSave: (code: string | null) => void;
  onRemove: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const known = choices[kind].find((choice) => choice.code === code);
  const save = () => {
    if (chosen) onSave(chosen === IGNORE ? null : chosen);
    setChosen(null);
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 sm:px-5">
      <span className="min-w-0 flex-1 basis-64">
        <bdi className="wrap-anywhere font-medium">{value}</bdi> <span aria-hidden>→</span>{' '}
        <span className="sr-only">is</span>
        {code === null ? (
          <span className="text-muted">{MAPPING_TEXTS.ignored()}</span>
        ) : (
          <bdi className="wrap-anywhere">{known ? codeLabel(known) : code}</bdi>
        )}{' '}
        {badge}
        {code !== null && !known && <Badge tone="bad">Unknown</Badge>}
        <span className="block text-muted text-xs">
          {VALUE_KIND_NAME[kind]}
          {note}
          {code !== null && !known && ` · ${MAPPING_TEXTS.codeRemoved()}`}
        </span>
      </span>
      {chosen === null ? (
        <span className="flex gap-2">
          <Button size="small" aria-label={`Change ${value}`} onClick={() => setChosen(code ?? IGNORE)}>
            Change
          </Button>
          <Button size="small" aria-label={`Remove ${value}`} onClick={onRemove}>
            Remove
          </Button>
        </span>
      ) : (
        <span className="flex min-w-0 flex-wrap items-center gap-2 max-sm:w-full">
          <span className="min-w-0 max-sm:w-full sm:w-72">
            <CodeSelect
              label={`Value ${value}`}
              choices={choices[kind]}
              canIgnore={canIgnore}
              value={chosen}
              invalid={false}
              onChange={setChosen}
            />
          </span>
          <Button size="small" kind="primary" aria-label={`Save ${value}`} disabled={!chosen} onClick={save}>
            Save
          </Button>
          <Button size="small" aria-label={`Cancel ${value}`} onClick={() => setChosen(null)}>
            Cancel
          </Button>
        </span>
      )}
    </li>
  );
}
