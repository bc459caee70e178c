'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, Plus } from 'lucide-react';
import { useQueryStates } from 'nuqs';
import { useCallback, useState } from 'react';
import { VALUE_KIND_NAMES } from '../../../../components/codes/kind-names.ts';
import { Pager } from '../../../../components/data-table/pager.tsx';
import { adminHref } from '../../../../components/query/admin-url.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button, buttonStyle } from '../../../../components/ui/button.tsx';
import { Card } from '../../../../components/ui/card.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import { SearchBox } from '../../../../components/ui/search-box.tsx';
import { SelectField } from '../../../../components/ui/select-field.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import { CODES_PAGE, type UsedCode } from '../../../../lib/code-list/schema.ts';
import { VALUE_KINDS } from '../../../../lib/record/csv/meaning.ts';
import { CodeDialog } from './code-dialog.tsx';
import { CodesTable } from './codes-table.tsx';
import { codesQuery } from './queries.ts';
import { CODES, type CodesState } from './state.ts';
import { CODE_TEXTS } from './texts.ts';

const LISTS = VALUE_KINDS.map((value) => ({ value, label: VALUE_KIND_NAMES[value] }));

/** The codes of one kind, page by page. */
export function Codes({ mayEdit }: { mayEdit: boolean }) {
  const [edited, setEdited] = useState<UsedCode | null>(null);
  const [open, setOpen] = useState(false);
  const edit = (code: UsedCode | null) => {
    setEdited(code);
    setOpen(true);
  };
  const [state, setState] = useQueryStates(CODES, { history: 'replace' });
  const { kind, search, page } = state;
  const query = useQuery(codesQuery(state));
  const look = useCallback(
    (text: string) => {
      setState({ search: text.trim() === '' ? null : text, page: null });
    },
    [setState],
  );
  return (
    <Card aria-label="Codes">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
        <SelectField
          label="List"
          options={LISTS}
          value={kind}
          onChange={(event) => setState({ kind: event.target.value as CodesState['kind'], page: null })}
        />
        <SearchBox
          label="Search codes"
          placeholder="Code, description or HR’s value"
          text={search}
          onSearch={look}
        />
        {mayEdit && (
          <Button className="sm:ml-auto" onClick={() => edit(null)}>
            <Plus aria-hidden className="size-4" />
            {CODE_TEXTS.add(kind)}
          </Button>
        )}
      </div>
      {query.isError && !query.data && <QueryError query={query} />}
      {query.isPending && <Skeleton className="mx-5 mb-5 h-40" />}
      {query.data && (
        <div
          aria-busy={query.isPlaceholderData}
          className={classNames('transition-opacity duration-100', query.isPlaceholderData && 'opacity-60')}
        >
          <CodesTable
            kind={kind}
            codes={query.data.data}
            searched={search !== ''}
            onClear={() => setState({ search: null, page: null })}
            onEdit={mayEdit ? edit : null}
          />
          <Pager
            page={page}
            size={CODES_PAGE}
            shown={query.data.data.length}
            more={query.data.more}
            noun={['code', 'codes']}
            onPage={(next) => setState({ page: next }, { history: 'push' })}
          >
            {query.data.data.length > 0 && (
              <a
                href={adminHref('GET /codes/export', { query: { kind, search } })}
                download
                className={buttonStyle('secondary', 'small')}
              >
                <Download aria-hidden className="size-3.5" />
                Export to CSV
              </a>
            )}
          </Pager>
        </div>
      )}
      {mayEdit && <CodeDialog kind={kind} code={edited} open={open} onClose={() => setOpen(false)} />}
    </Card>
  );
}
