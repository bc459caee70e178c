'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import { inputStyle } from '../../../../../components/ui/field.tsx';
import { placeholderKey } from '../../../../../lib/record/csv/placeholders.ts';
import { type ChosenColumn, isEnd } from './columns-of.ts';
import type { Placeholder } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Asks once what values such as N/A and 12/31/9999 mean in a column. */
export function PlaceholderChoices({
  column: { label, property, asked, placeholders },
  onChange,
}: {
  column: ChosenColumn;
  onChange: (placeholders: Placeholder[]) => void;
}) {
  const counts = new Map(asked.map(({ text, count }) => [placeholderKey(text), count]));
  if (placeholders.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {placeholders.map(({ text, means }, at) => (
        <li key={text}>
          <p className="text-xs">{UPLOAD_TEXTS.placeholder(text, counts.get(placeholderKey(text)) ?? 0)}</p>
          <select
            aria-label={`${text} of ${label}`}
            value={means}
            onChange={(event) =>
              onChange(
                placeholders.map((one, index) =>
                  index === at ? { text, means: event.target.value as Placeholder['means'] } : one,
                ),
              )
            }
            className={classNames(inputStyle, 'mt-1 appearance-auto px-2')}
          >
            {isEnd(property) && <option value="openEnd">No end: it is still open</option>}
            {(!isEnd(property) || means === 'blank') && (
              <option value="blank">No value: like a blank cell</option>
            )}
            <option value="value">A value: take it as written</option>
          </select>
        </li>
      ))}
    </ul>
  );
}
