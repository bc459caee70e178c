'use client';

import { useState } from 'react';
import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { CodeSelect } from './code-select.tsx';
import type { Mappings, Unmapped } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { useMappingCall } from './use-mapping-call.ts';

/** A value that Campus does not know, with the code that it looks like: one click maps it. */
export function UnmappedRow({
  of: { clientId, kind, value, records, lastSentAt, proposed },
  client,
  choices,
}: {
  of: Unmapped;
  client: string;
  choices: Mappings['choices'];
}) {
  const [code, setCode] = useState(proposed ?? '');
  const [isMissing, setMissing] = useState(false);
  const save = useMappingCall(
    (chosen: string) => adminCall('PUT /value-mappings', { body: { clientId, kind, value, code: chosen } }),
    (chosen) => MAPPING_TEXTS.saved(value, chosen),
  );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-line border-t px-4 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto] sm:px-5">
      <span className="min-w-0 max-sm:col-span-2">
        <bdi className="wrap-anywhere font-medium">{value}</bdi>{' '}
        <span className="text-muted">{VALUE_KIND_NAME[kind]}</span>
        <span className="block text-muted text-xs">
          {client} · {MAPPING_TEXTS.sent(records)}, last <DateTime at={lastSentAt} time />
        </span>
      </span>
      <span className="flex min-w-0 flex-col gap-1">
        <CodeSelect
          label={`Value ${value}`}
          choices={choices[kind]}
          value={code}
          invalid={isMissing}
          onChange={(chosen) => {
            setCode(chosen);
            setMissing(false);
          }}
        />
        {isMissing && <span className="text-bad-ink text-xs">{MAPPING_TEXTS.codeNeeded()}</span>}
        {proposed !== null && code === proposed && (
          <span>
            <Badge tone="warn">Proposed</Badge>
          </span>
        )}
      </span>
      <Button
        size="small"
        aria-label={`Map ${value}`}
        busy={save.isPending}
        onClick={() => (code === '' ? setMissing(true) : save.mutate(code))}
      >
        Map
      </Button>
    </li>
  );
}
