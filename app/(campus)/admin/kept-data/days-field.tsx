'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Field } from '../../../../components/ui/field.tsx';
import { KINDS, type Kind } from '../../../../lib/retention/kinds.ts';
import { KIND_LABELS, KEPT_DATA_TEXTS as TEXTS } from './texts.ts';
import { daysTyped } from './typed.ts';

const HOUR_MS = 3_600_000;
/** To the hour: server and browser show the same. */
const daysAgo = (days: number): string =>
  new Date((Math.floor(Date.now() / HOUR_MS) - days * 24) * HOUR_MS).toISOString();

/** The days of one kind, with what is gone and what goes next. */
export function DaysField({
  kind,
  typed,
  fault,
  removedBefore,
  onType,
}: {
  kind: Kind;
  typed: string;
  fault: string | undefined;
  removedBefore: string | null;
  onType: (text: string) => void;
}) {
  const { days: usual, least, most } = KINDS[kind];
  const days = daysTyped(kind, typed);
  const next = days !== undefined && daysAgo(days ?? usual);
  return (
    <Field
      label={KIND_LABELS[kind]}
      inputMode="numeric"
      autoComplete="off"
      placeholder={String(usual)}
      value={typed}
      error={fault}
      onChange={(event) => onType(event.target.value)}
      help={
        <>
          {TEXTS.range(least, most)} {days === null ? TEXTS.isUsual() : TEXTS.usual(usual)}
          {next && (
            <span className="block">
              Removed next: what is older than <DateTime at={next} />
              {removedBefore && (
                <>
                  . Gone already: what is older than <DateTime at={removedBefore} />
                </>
              )}
              .
            </span>
          )}
        </>
      }
    />
  );
}
