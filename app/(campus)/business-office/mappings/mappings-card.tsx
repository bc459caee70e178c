'use client';

import { useState } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { AddMapping } from './add-mapping.tsx';
import { FileMappings } from './file-mappings.tsx';
import { MappingRow } from './mapping-row.tsx';
import type { Mapping, Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { useMappingCall } from './use-mapping-call.ts';

/** The mappings by HR system, and by named mapping of files. */
export function MappingsCard({ of }: { of: Mappings }) {
  const [removed, setRemoved] = useState<Mapping | null>(null);
  const remove = useMappingCall(
    ({ id }: Mapping) => adminCall('DELETE /value-mappings/{id}', { params: { id } }),
    () => MAPPING_TEXTS.removed(),
  );
  const save = useMappingCall(
    ({ clientId, kind, value, code }: Mapping) =>
      adminCall('PUT /value-mappings', { body: { clientId, kind, value, code } }),
    ({ value, code }) => MAPPING_TEXTS.saved(value, code),
  );
  const byClient = of.clients.flatMap((client) => {
    const own = of.mappings.filter(({ clientId }) => clientId === client.id);
    return own.length > 0 ? [{ ...client, own }] : [];
  });
  return (
    <Card aria-labelledby="mappings">
      <CardHeader className="border-b-0">
        <div>
          <CardTitle id="mappings">Mappings</CardTitle>
          <p className="text-muted text-xs">{MAPPING_TEXTS.mappings()}</p>
        </div>
      </CardHeader>
      {byClient.length + of.files.length === 0 && (
        <p className="px-4 pb-4 text-muted sm:px-5">{MAPPING_TEXTS.noMappings()}</p>
      )}
      {byClient.map(({ id, name, own }) => (
        <section key={id} aria-labelledby={`of-${id}`} className="border-line border-t">
          <h3 id={`of-${id}`} className="bg-sunken px-4 py-1.5 text-muted text-xs sm:px-5">
            {name}
          </h3>
          <ul className="divide-y divide-line">
            {own.map((mapping) => (
              <MappingRow
                key={mapping.id}
                of={mapping}
                choices={of.choices}
                badge={!mapping.inEffect && <Badge tone="warn">No effect</Badge>}
                note={
                  <>
                    {' · '}
                    {mapping.savedBy}, <DateTime at={mapping.savedAt} />
                    {!mapping.inEffect && ` · ${MAPPING_TEXTS.noEffect()}`}
                  </>
                }
                onSave={(code) => code !== null && save.mutate({ ...mapping, code })}
                onRemove={() => setRemoved(mapping)}
              />
            ))}
          </ul>
        </section>
      ))}
      {of.files.length > 0 && (
        <section aria-labelledby="files" className="border-line border-t">
          <div className="px-4 py-3 sm:px-5">
            <h3 id="files" className="font-semibold">
              Files
            </h3>
            <p className="text-muted text-xs">{MAPPING_TEXTS.files()}</p>
          </div>
          {of.files.map((file) => (
            <FileMappings key={file.name} of={file} choices={of.choices} />
          ))}
        </section>
      )}
      {of.clients.length + of.files.length > 0 && <AddMapping of={of} />}
      <ConfirmDialog
        open={removed !== null}
        title={`Remove the mapping of ${removed?.value ?? ''}`}
        action="Remove"
        danger
        onConfirm={() => removed && remove.mutate(removed)}
        onClose={() => setRemoved(null)}
      >
        {removed && <p>{MAPPING_TEXTS.whatRemovalDoes(removed.kind, removed.value)}</p>}
        <p>{MAPPING_TEXTS.whatRemovalKeeps()}</p>
      </ConfirmDialog>
    </Card>
  );
}
