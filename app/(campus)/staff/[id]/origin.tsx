'use client';

import { Lock } from 'lucide-react';
import { DateTime } from '../../../../components/dates.tsx';
import type { Origin } from '../../../../lib/people/history.ts';
import type { Person, Written } from '../../../../lib/people/person.ts';

const BY: Record<Origin['how'], string> = {
  call: 'by an API call of',
  commit: 'by the commit of',
  undo: 'by the undo of',
  campus: 'in Campus by',
};
const byWhom = ({ how, actor }: Origin) => `${BY[how]} ${actor}`;

/** *Taken over 11/24/2026 3:14 PM by the commit of Morgan, Alex.* */
export const OriginText = ({ at, by, lead }: { at: string; by: Origin | null; lead: string }) => (
  <span>
    {lead} <DateTime at={at} time /> {by && <bdi>{byWhom(by)}</bdi>}.
  </span>
);

/** Who last wrote a value that HR manages. */
export const ManagedText = ({
  hrManaged,
  written,
  empty = false,
}: {
  hrManaged: NonNullable<Person['hrManaged']>;
  written: Written | null | undefined;
  /** The field has no value. */
  empty?: boolean;
}) => (
  <span className="mt-0.5 flex items-start gap-1 text-muted text-xs">
    <Lock aria-hidden className="mt-0.5 size-3 shrink-0" />
    <span className="min-w-0 break-words">
      Managed by HR —{' '}
      {written ? (
        <>
          last written <bdi>{byWhom(written)}</bdi> on <DateTime at={written.at} time />
          {written.before !== null && (
            <>
              ; before: <bdi>{written.before}</bdi>
            </>
          )}
        </>
      ) : empty ? (
        'not sent yet'
      ) : (
        <>
          last written in Campus, before HR took over on <DateTime at={hrManaged.at} time />
        </>
      )}
    </span>
  </span>
);
