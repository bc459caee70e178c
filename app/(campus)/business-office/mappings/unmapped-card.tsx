import { CircleCheck } from 'lucide-react';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { EmptyState } from '../../../../components/ui/empty-state.tsx';
import type { Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';
import { UnmappedRow } from './unmapped-row.tsx';

/** What HR sent and Campus does not know, the most frequent first. */
export const UnmappedCard = ({ of: { unmapped, more, clients, choices } }: { of: Mappings }) => (
  <Card aria-labelledby="unmapped">
    <CardHeader className="border-b-0">
      <div>
        <CardTitle id="unmapped">Unmapped</CardTitle>
        <p className="text-muted text-xs">{MAPPING_TEXTS.unmapped()}</p>
      </div>
    </CardHeader>
    {unmapped.length === 0 ? (
      <EmptyState icon={CircleCheck} title="Nothing to map">
        {MAPPING_TEXTS.nothingUnmapped()}
      </EmptyState>
    ) : (
      <ul aria-label="Unmapped">
        {unmapped.map((one) => (
          <UnmappedRow
            key={`${one.clientId} ${one.kind} ${one.value}`}
            of={one}
            client={clients.find(({ id }) => id === one.clientId)?.name ?? ''}
            choices={choices}
          />
        ))}
      </ul>
    )}
    {more && (
      <p className="border-line border-t px-4 py-3 text-muted sm:px-5">{MAPPING_TEXTS.moreUnmapped()}</p>
    )}
  </Card>
);
