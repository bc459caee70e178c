'use client';

import { BookOpen } from 'lucide-react';
import { VALUE_KIND_NAMES } from '../../../../components/codes/kind-names.ts';
import { type Column, DataTable } from '../../../../components/data-table/data-table.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { UsedCode } from '../../../../lib/code-list/schema.ts';
import { count } from '../../../../lib/text/numbers.ts';
import type { CodesState } from './state.ts';
import { CODE_TEXTS } from './texts.ts';

const columnsOf = (kind: CodesState['kind'], onEdit: OnEdit): Column<UsedCode>[] => [
  {
    id: 'code',
    header: kind === 'schools' ? 'School Number' : 'Code',
    opens: onEdit !== null,
    cell: (row) => {
      const code = <bdi className="wrap-anywhere font-medium tabular-nums">{row.code}</bdi>;
      return onEdit ? (
        <button
          type="button"
          className="rounded text-left text-accent-ink hover:underline"
          onClick={() => onEdit(row)}
        >
          {code}
        </button>
      ) : (
        code
      );
    },
  },
  {
    id: 'description',
    header: kind === 'schools' ? 'Name' : 'Description',
    cell: ({ description, type, active }) => (
      <span className="block min-w-40">
        <bdi className="wrap-anywhere">{description}</bdi> {!active && <Badge>Inactive</Badge>}
        {type && <bdi className="block text-muted text-xs">{type}</bdi>}
      </span>
    ),
  },
  {
    id: 'uses',
    header: kind === 'genders' ? 'People' : 'Positions',
    numeric: true,
    cell: ({ uses }) => count(uses),
  },
  {
    id: 'aliases',
    header: 'HR’s Values',
    cell: ({ aliases }) =>
      aliases.length === 0 ? (
        <span className="text-subtle">–</span>
      ) : (
        <ul className="min-w-32">
          {aliases.map(({ client, value }) => (
            <li key={`${client} ${value}`} className="wrap-anywhere">
              <bdi>{value}</bdi> <bdi className="text-muted text-xs">{client}</bdi>
            </li>
          ))}
        </ul>
      ),
  },
];

/** Null for a user who may only look. */
type OnEdit = ((code: UsedCode) => void) | null;

/** One page of the codes of a kind. */
export const CodesTable = ({
  kind,
  codes,
  searched,
  onClear,
  onEdit,
}: {
  kind: CodesState['kind'];
  codes: UsedCode[];
  searched: boolean;
  onClear: () => void;
  onEdit: OnEdit;
}) => (
  <DataTable
    caption={VALUE_KIND_NAMES[kind]}
    columns={columnsOf(kind, onEdit)}
    rows={codes}
    rowId={({ code }) => code}
    empty={
      <EmptyState icon={BookOpen} title={searched ? 'No matches' : 'No codes yet'}>
        {searched ? (
          <span className="mt-3 block">
            <Button onClick={onClear}>Clear search</Button>
          </span>
        ) : (
          CODE_TEXTS.noCodes()
        )}
      </EmptyState>
    }
  />
);
