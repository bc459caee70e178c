'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { SelectField } from '../../../../../components/ui/select-field.tsx';
import type { Draft, DraftDiffers } from './draft.ts';
import { columnsQuery, draftQuery, mappingsQuery } from './queries.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Takes the choices of an earlier file over, and says how this file differs. */
export function MappingField({ draft }: { draft: Draft }) {
  const client = useQueryClient();
  const mappings = useQuery(mappingsQuery).data?.mappings ?? [];
  const take = useMutation({
    mutationFn: async (name: string): Promise<{ draft: Draft; differs?: DraftDiffers }> =>
      name
        ? adminCall('POST /sync/upload/drafts/{id}/mapping', { params: { id: draft.id }, body: { name } })
        : adminCall('PUT /sync/upload/drafts/{id}/choices', {
            params: { id: draft.id },
            body: {
              mapping: { reading: draft.mapping?.reading ?? {}, columns: [], fixed: [], values: [] },
              step: 'file',
              name: null,
            },
          }),
    async onSuccess({ draft: changed }) {
      client.setQueryData(draftQuery.queryKey, { draft: changed });
      await client.invalidateQueries({ queryKey: columnsQuery(draft.id).queryKey });
    },
  });
  const differs = take.data?.differs;
  return (
    <>
      <SelectField
        label="Mapping"
        className="sm:max-w-80"
        empty="New mapping"
        help={UPLOAD_TEXTS.mappingHelp()}
        value={mappings.some(({ name }) => name === draft.name) ? (draft.name ?? '') : ''}
        options={mappings.map(({ name }) => ({ value: name, label: name }))}
        disabled={take.isPending}
        onChange={(event) => take.mutate(event.target.value)}
      />
      {take.error && (
        <Callout tone="bad" role="alert">
          {take.error.message}
        </Callout>
      )}
      {differs && differs.missing.length + differs.added.length > 0 && (
        <Callout tone="warn" role="status" title="This file differs from the mapping">
          {differs.missing.length > 0 && <p>{UPLOAD_TEXTS.columnsMissing(differs.missing)}</p>}
          {differs.added.length > 0 && <p>{UPLOAD_TEXTS.columnsAdded(differs.added)}</p>}
        </Callout>
      )}
    </>
  );
}
