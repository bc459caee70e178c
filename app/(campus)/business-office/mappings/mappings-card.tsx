'use client';

import { useState } from 'react';
import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { AddMapping } from './add-mapping.tsx';
import type { Mapping, Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { useMappingCall } from './use-mapping-call.ts';

/** The mappings by HR system. */
export function MappingsCard({ of }: { of: Mappings }) {
  const [removed, setRemoved] = useState<Mapping | null>(null);
  const remove = useMappingCall(
    ({ id }: Mapping) => adminCall('DELETE /value-mappings/{id}', { params: { id } }),
    () => MAPPING_TEXTS.removed(),
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
      {byClient.length === 0 && <p className="px-4 pb-4 text-muted sm:px-5">{MAPPING_TEXTS.noMappings()}</p>}
      {byClient.map(({ id, name, own }) => (
        <section key={id} aria-labelledby={`of-${id}`} className="border-line border-t">
          <h3 id={`of-${id}`} className="bg-sunken px-4 py-1.5 text-muted text-xs sm:px-5">
            {name}
          </h3>
          <ul className="divide-y divide-line">
            {own.map((mapping) => (
              <MappingRow key={mapping.id} of={mapping} onRemove={() => setRemoved(mapping)} />
            ))}
          </ul>
        </section>
      ))}
      {of.clients.length > 0 && <AddMapping of={of} />}
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

const MappingRow = ({
  of: { kind, value, code, description, inEffect, savedAt, savedBy },
  onRemove,
}: {
  of: Mapping;
  onRemove: () => void;
}) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 sm:px-5">
    <span className="min-w-0 flex-1 basis-64">
      <bdi className="wrap-anywhere font-medium">{value}</bdi> <span aria-hidden>→</span>{' '}
      <span className="sr-only">is</span>
      <bdi className="wrap-anywhere">{description === null ? code : `${code} – ${description}`}</bdi>{' '}
      {!inEffect && <Badge tone="warn">No effect</Badge>}
      {description === null && <Badge tone="bad">Unknown</Badge>}
      <span className="block text-muted text-xs">
        {VALUE_KIND_NAME[kind]} · {savedBy}, <DateTime at={savedAt} />
        {!inEffect && ` · ${MAPPING_TEXTS.noEffect()}`}
        {description === null && ` · ${MAPPING_TEXTS.codeRemoved()}`}
      </span>
    </span>
    <Button size="small" aria-label={`Remove ${value}`} onClick={onRemove}>
      Remove
    </Button>
  </li>
);
