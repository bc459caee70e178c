'use client';

import { useState } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { MappingRow } from './mapping-row.tsx';
import type { Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { useMappingCall } from './use-mapping-call.ts';

type FileMapping = Mappings['files'][number];
type Value = FileMapping['values'][number];

/** The values of files with one named mapping. */
export function FileMappings({ of, choices }: { of: FileMapping; choices: Mappings['choices'] }) {
  const { name, version, at, by, values } = of;
  const [removed, setRemoved] = useState<Value | null>(null);
  const save = useMappingCall(
    (body: Value) => adminCall('PUT /sync/upload/mappings/{name}/values', { params: { name }, body }),
    ({ value, code }) => MAPPING_TEXTS.fileSaved(value, code, name),
  );
  const remove = useMappingCall(
    ({ kind, value }: Value) =>
      adminCall('DELETE /sync/upload/mappings/{name}/values', { params: { name }, query: { kind, value } }),
    () => MAPPING_TEXTS.removed(),
  );
  return (
    <section aria-label={name} className="border-line border-t">
      <h4 className="flex flex-wrap gap-x-1.5 bg-sunken px-4 py-1.5 text-muted text-xs sm:px-5">
        <bdi className="wrap-anywhere">{name}</bdi>
        <span className="font-normal">
          · {MAPPING_TEXTS.fileVersion(version)}, {by}, <DateTime at={at} />
        </span>
      </h4>
      {values.length === 0 ? (
        <p className="px-4 py-2.5 text-muted sm:px-5">{MAPPING_TEXTS.noFileValues()}</p>
      ) : (
        <ul className="divide-y divide-line">
          {values.map((value) => (
            <MappingRow
              key={`${value.kind} ${value.value}`}
              of={value}
              choices={choices}
              canIgnore
              onSave={(code) => save.mutate({ ...value, code })}
              onRemove={() => setRemoved(value)}
            />
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={removed !== null}
        title={`Remove the mapping of ${removed?.value ?? ''}`}
        action="Remove"
        danger
        onConfirm={() => removed && remove.mutate(removed)}
        onClose={() => setRemoved(null)}
      >
        <p>{MAPPING_TEXTS.whatFileRemovalDoes(removed?.value ?? '', name)}</p>
      </ConfirmDialog>
    </section>
  );
}
