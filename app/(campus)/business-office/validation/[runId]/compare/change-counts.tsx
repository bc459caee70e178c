'use client';

import { useQuery } from '@tanstack/react-query';
import { TableFrame } from '../../../../../../components/data-table/table-frame.tsx';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import { CHANGE_NAMES, CHANGES, type Change } from '../../../../../../lib/report/compare/changes.ts';
import type { Compared } from '../../../../../../lib/report/compare/schema.ts';
import type { Section } from '../../../../../../lib/report/schema.ts';
import { SECTION_PLANS } from '../../../../../../lib/report/sections.ts';
import { count } from '../../../../../../lib/text/numbers.ts';
import { countsQuery } from './queries.ts';

/** How many entries are new, gone and changed, by section; choosing a figure lists them. */
export function ChangeCounts({
  compared,
  onChoose,
}: {
  compared: Compared;
  onChoose: (section: Section, change: Change) => void;
}) {
  const counts = useQuery(countsQuery(compared));
  return (
    <Card aria-labelledby="counts">
      <CardHeader className="border-b-0">
        <CardTitle id="counts">Entries that differ</CardTitle>
      </CardHeader>
      {counts.isError && !counts.data ? (
        <QueryError query={counts} />
      ) : counts.data ? (
        <TableFrame label="Entries that differ, by section">
          <thead>
            <tr>
              <th scope="col">Section</th>
              {CHANGES.map((change) => (
                <th key={change} scope="col" className="text-right!">
                  {CHANGE_NAMES[change]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.data.map((row) => (
              <tr key={row.section}>
                <th scope="row" className="border-line border-t bg-surface! font-normal! text-ink!">
                  {SECTION_PLANS[row.section].name}
                </th>
                {CHANGES.map((change) => (
                  <td key={change} className="text-right tabular-nums">
                    {row[change] === 0 ? (
                      <span className="text-muted">0</span>
                    ) : (
                      <button
                        type="button"
                        aria-label={`${count(row[change])} ${change}, ${SECTION_PLANS[row.section].name}`}
                        className="font-medium text-accent-ink hover:underline"
                        onClick={() => onChoose(row.section, change)}
                      >
                        {count(row[change])}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      ) : (
        <Skeleton className="mx-5 mb-5 h-48" />
      )}
    </Card>
  );
}
