'use client';

import { classNames } from '../../../../../components/ui/class-names.ts';
import type { ChosenColumn } from './columns-of.ts';
import type { DraftLook, Mapping } from './draft.ts';
import { previewOf } from './preview-of.ts';

const ROWS = 3;

/** The first rows as Campus reads them with the choices above. */
export function PeoplePreview({
  look,
  columns,
  fixed,
}: {
  look: DraftLook;
  columns: readonly ChosenColumn[];
  fixed: Mapping['fixed'];
}) {
  const today = new Date().toISOString().slice(0, 10);
  const lines = previewOf(columns, fixed, { ...look, rows: look.rows.slice(0, ROWS) }, today);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="people-preview" className="border-line border-t px-4 py-4 sm:px-5">
      <h3 id="people-preview" className="font-semibold">
        Preview
      </h3>
      <table
        aria-labelledby="people-preview"
        className="mt-2 w-full table-fixed text-[0.8125rem] [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_th]:py-1 [&_th]:pr-3 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_th]:text-muted"
      >
        <thead className="sr-only">
          <tr>
            <th scope="col">In Campus</th>
            {look.rows.slice(0, ROWS).map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file never move.
              <th key={at} scope="col">
                Row {at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file never move.
                  key={at}
                  className={classNames('wrap-anywhere', at > 0 && 'max-sm:hidden')}
                >
                  <bdi>{value || '–'}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
