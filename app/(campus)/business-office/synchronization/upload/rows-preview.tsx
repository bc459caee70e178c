'use client';

import { TableFrame } from '../../../../../components/data-table/table-frame.tsx';
import type { DraftLook } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** The first rows as they are in the file; on a narrow page each is a list of its cells. */
export function RowsPreview({ look: { columns, rows, rowCount } }: { look: DraftLook }) {
  const nameOf = (index: number) => columns[index]?.header || `Column ${index + 1}`;
  return (
    <section aria-label="First rows" className="overflow-hidden rounded-md border border-line">
      <p className="px-4 py-2 text-muted text-xs">{UPLOAD_TEXTS.firstRows(rows.length, rowCount)}</p>
      <div className="max-sm:hidden">
        <TableFrame label="First rows of the file">
          <thead>
            <tr>
              {columns.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                <th key={index} scope="col">
                  <bdi>{nameOf(index)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file never move.
              <tr key={at}>
                {columns.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                  <td key={index} className="max-w-56 truncate">
                    <bdi>{row[index]?.trim() || '–'}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </div>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 border-line border-t px-4 py-3 text-[0.8125rem] sm:hidden">
        {columns.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
          <div key={index} className="contents">
            <dt className="wrap-anywhere text-muted">
              <bdi>{nameOf(index)}</bdi>
            </dt>
            <dd className="wrap-anywhere">
              <bdi>{rows[0]?.[index]?.trim() || '–'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
