import { Callout } from '../../../../../../components/ui/callout.tsx';
import { inLabels } from '../../../../../../lib/record/in-labels.ts';
import { staffNumberKey } from '../../../../../../lib/record/record.ts';
import type { PersonCard as Card } from '../../../../../../lib/report/people/schema.ts';
import { PEOPLE_TEXTS } from './texts.ts';

/** Who in Campus is likely the same person, with the reasons, and what looks odd in HR's record. */
export function CardWarnings({ card: { candidates, warnings, staffNumber } }: { card: Card }) {
  if (candidates.length + warnings.length === 0) return null;
  const key = staffNumberKey(staffNumber);
  const corrected = candidates.some((other) => staffNumberKey(other.staffNumber ?? '') === key);
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 sm:px-5">
      {corrected ? (
        <Callout tone="good">{PEOPLE_TEXTS.sameNumber(staffNumber)}</Callout>
      ) : (
        candidates.length > 0 && (
          <Callout tone="warn" title={PEOPLE_TEXTS.likely()}>
            <ul>
              {candidates.map((other) => (
                <li key={other.id}>
                  <bdi className="font-medium">{other.name ?? other.staffNumber}</bdi>{' '}
                  <bdi className="text-xs">{PEOPLE_TEXTS.who(other)}</bdi>: {other.reasons.join(', ')}
                </li>
              ))}
            </ul>
          </Callout>
        )
      )}
      {warnings.length > 0 && (
        <ul className="flex list-disc flex-col gap-0.5 pl-4 text-warn-ink text-xs">
          {warnings.map(({ code, message, pointer }) => (
            <li key={`${code} ${pointer} ${message}`}>{inLabels(message)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
