'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ShowMore } from '../../../../../components/data-table/show-more.tsx';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { count } from '../../../../../lib/text/numbers.ts';
import type { Draft, DraftCheck } from './draft.ts';
import { FaultyRow } from './faulty-row.tsx';
import { columnsQuery } from './queries.ts';
import { UPLOAD_TEXTS } from './texts.ts';

const AT_ONCE = 20;

/** The rows with problems; their cells can be corrected here, which leaves the file itself as it is. */
export function FaultyRows({
  draft,
  check,
  onCorrected,
}: {
  draft: Draft;
  check: DraftCheck;
  onCorrected: () => void;
}) {
  const look = useQuery(columnsQuery(draft.id)).data;
  const [shown, setShown] = useState(AT_ONCE);
  const correct = useMutation({
    mutationFn: (cell: { line: number; column: number; value: string | null }) =>
      adminCall('PUT /sync/upload/drafts/{id}/cells', { params: { id: draft.id }, body: { cells: [cell] } }),
    onSuccess: onCorrected,
  });
  if (!look || check.faulty.length === 0) return null;
  return (
    <section aria-labelledby="faulty-rows" className="border-line border-t px-4 py-4 sm:px-5">
      <h3 id="faulty-rows" className="font-semibold">
        Rows with problems
      </h3>
      <p className="max-w-prose text-muted text-xs">{UPLOAD_TEXTS.correctHelp()}</p>
      {correct.error && (
        <Callout tone="bad" role="alert" className="mt-2">
          {correct.error.message}
        </Callout>
      )}
      <ul className="mt-2 divide-y divide-line">
        {check.faulty.slice(0, shown).map((row) => (
          <FaultyRow
            key={row.line}
            row={row}
            columns={look.columns}
            onCorrect={(column, value) => correct.mutate({ line: row.line, column, value })}
          />
        ))}
      </ul>
      {shown < check.faulty.length && (
        <ShowMore
          shown={shown}
          total={check.faulty.length}
          busy={false}
          onMore={() => setShown(shown + AT_ONCE)}
        />
      )}
      {check.setAside > check.faulty.length && (
        <p className="pt-2 text-muted text-xs">{UPLOAD_TEXTS.firstFaulty(count(check.faulty.length))}</p>
      )}
    </section>
  );
}
