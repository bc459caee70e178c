'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Download } from 'lucide-react';
import { type Column, DataTable } from '../../../../../../components/data-table/data-table.tsx';
import { Pager } from '../../../../../../components/data-table/pager.tsx';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Badge, type Tone } from '../../../../../../components/ui/badge.tsx';
import { buttonStyle } from '../../../../../../components/ui/button.tsx';
import { Card } from '../../../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../../../components/ui/empty-state.tsx';
import { SelectField } from '../../../../../../components/ui/select-field.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import {
  CHANGE_NAMES,
  CHANGES,
  CHANGES_PAGE,
  type Change,
} from '../../../../../../lib/report/compare/changes.ts';
import { entryInWords, whoIn } from '../../../../../../lib/report/compare/in-words.ts';
import type { ChangedEntry, Compared } from '../../../../../../lib/report/compare/schema.ts';
import type { Entry, Section } from '../../../../../../lib/report/schema.ts';
import { SECTION_PLANS } from '../../../../../../lib/report/sections.ts';
import { REPORT_TEXTS } from '../texts.ts';
import { changesQuery, exportPath } from './queries.ts';

const TONES: Record<Change, Tone> = { new: 'accent', gone: 'neutral', changed: 'warn' };
const SECTION_OPTIONS = Object.entries(SECTION_PLANS).map(([value, { name }]) => ({ value, label: name }));
const CHANGE_OPTIONS = CHANGES.map((value) => ({ value, label: CHANGE_NAMES[value] }));

const either = ({ later, earlier }: ChangedEntry): Entry | null => later ?? earlier;
const words = (section: Section, entry: Entry | null) =>
  entry ? (
    <bdi className="wrap-anywhere block min-w-56">{entryInWords(section, entry)}</bdi>
  ) : (
    <span className="text-muted">–</span>
  );

type Row = ChangedEntry & { id: number };

const COLUMNS: Column<Row>[] = [
  {
    id: 'change',
    header: 'Change',
    cell: ({ change }) => <Badge tone={TONES[change]}>{CHANGE_NAMES[change]}</Badge>,
  },
  { id: 'section', header: 'Section', cell: ({ section }) => SECTION_PLANS[section].name },
  {
    id: 'staffNumber',
    header: 'Staff Number',
    cell: (row) => <bdi className="tabular-nums">{either(row)?.staffNumber ?? '–'}</bdi>,
  },
  {
    id: 'name',
    opens: true,
    header: 'Name',
    cell: (row) => {
      const entry = either(row);
      return <bdi>{(entry && whoIn(entry)) ?? '–'}</bdi>;
    },
  },
  { id: 'earlier', header: 'Earlier', cell: ({ section, earlier }) => words(section, earlier) },
  { id: 'later', header: 'Later', cell: ({ section, later }) => words(section, later) },
];

/** The entries that differ, filtered, page by page; all of them as a file. */
export function ChangeList({
  compared,
  page,
  onFilter,
  onPage,
}: {
  compared: Compared;
  page: number;
  onFilter: (narrowed: { section?: Section | null; change?: Change | null }) => void;
  onPage: (page: number) => void;
}) {
  const changes = useQuery(changesQuery(compared, page));
  return (
    <Card aria-label="Changes">
      <div className="flex flex-wrap items-end gap-3 px-4 py-3 sm:px-5">
        <SelectField
          label="Section"
          empty="All"
          value={compared.section ?? ''}
          options={SECTION_OPTIONS}
          onChange={(event) => onFilter({ section: (event.target.value || null) as Section | null })}
          className="w-56 max-sm:grow"
        />
        <SelectField
          label="Change"
          empty="All"
          value={compared.change ?? ''}
          options={CHANGE_OPTIONS}
          onChange={(event) => onFilter({ change: (event.target.value || null) as Change | null })}
          className="w-36 max-sm:grow"
        />
        <a
          href={exportPath(compared)}
          download="validations-compared.csv"
          className={buttonStyle('secondary')}
        >
          <Download aria-hidden className="size-4" />
          Export to CSV
        </a>
      </div>
      {changes.isError && !changes.data ? (
        <QueryError query={changes} />
      ) : changes.data ? (
        <>
          <DataTable
            caption="Entries that differ"
            columns={COLUMNS}
            rows={changes.data.data.map((row, id) => ({ ...row, id }))}
            rowId={({ id }) => String(id)}
            empty={
              <EmptyState icon={CircleCheck} title="No differences">
                {REPORT_TEXTS.noDifferences()}
              </EmptyState>
            }
          />
          {(changes.data.more || page > 1) && (
            <Pager
              page={page}
              size={CHANGES_PAGE}
              shown={changes.data.data.length}
              more={changes.data.more}
              noun={['entry', 'entries']}
              onPage={onPage}
            />
          )}
        </>
      ) : (
        <Skeleton className="mx-5 mb-5 h-40" />
      )}
    </Card>
  );
}
