'use client';

import { Callout } from '../../../../../components/ui/callout.tsx';
import { Stat, Stats } from '../../../../../components/ui/stat.tsx';
import { labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import { count } from '../../../../../lib/text/numbers.ts';
import type { DraftCheck } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** What is in the file, and for how many people blank cells would erase something. */
export function CheckFigures({ check }: { check: DraftCheck }) {
  const { rows, people, ready, setAside, ignored, erasures } = check;
  return (
    <>
      <Stats className="mt-3 grid-cols-2 border-line border-y sm:grid-cols-4">
        <Stat name="Rows" note={ignored > 0 ? UPLOAD_TEXTS.ignoredRows(ignored) : undefined}>
          {count(rows)}
        </Stat>
        <Stat name="People">{count(people)}</Stat>
        <Stat name="Ready">{count(ready)}</Stat>
        <Stat name="Set aside" {...(setAside > 0 && { tone: 'warn' as const })}>
          {count(setAside)}
        </Stat>
      </Stats>
      {erasures.length > 0 && (
        <Callout tone="bad" role="status" className="mx-4 mt-4 sm:mx-5" title={UPLOAD_TEXTS.erases()}>
          <ul className="list-disc pl-4">
            {erasures.map(({ header, property, people: erased }) => (
              <li key={header}>{UPLOAD_TEXTS.erasedOf(erased, header, labelOfProperty(property))}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  );
}
