'use client';

import { useId, useState } from 'react';
import { addressLine } from '../../../components/address-line.ts';
import { adminCall } from '../../../components/query/admin-call.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Callout } from '../../../components/ui/callout.tsx';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.tsx';
import { toast } from '../../../components/ui/toast.ts';
import type { Inhabited, NearPair } from '../../../lib/addresses/schema.ts';
import { shareResident } from '../../../lib/addresses/share-resident.ts';
import { Side } from './side.tsx';
import { TEXTS } from './texts.ts';
import { useDecide } from './use-decide.ts';

/** Two addresses side by side; which one is kept is the admin's choice. */
export function PairBody({
  pair,
  opensStaff,
  onDecided,
}: {
  pair: NearPair;
  opensStaff: boolean;
  onDecided: () => void;
}) {
  const { first, second } = pair;
  const [keptId, keep] = useState(() => likelyKept(first, second).id);
  const [kept, dropped] = keptId === first.id ? [first, second] : [second, first];
  const group = useId();
  const [asked, setAsked] = useState(false);
  const merge = useDecide(
    () => adminCall('POST /addresses/merge', { body: { keptId: kept.id, droppedId: dropped.id } }),
    ({ households }) => {
      toast('success', 'Merged', TEXTS.moved(households));
      onDecided();
    },
  );
  const differ = useDecide(
    () => adminCall('POST /addresses/different', { body: { firstId: first.id, secondId: second.id } }),
    () => {
      toast('success', 'Not the same', TEXTS.notSuggestedAgain());
      onDecided();
    },
  );
  const shared = shareResident(first, second);
  // Two families are likely two homes. An empty address may be either.
  const inhabited = first.residents.length > 0 && second.residents.length > 0;
  const busy = merge.isPending || differ.isPending;
  const problem = merge.error ?? differ.error;
  return (
    <>
      <fieldset className="grid gap-px bg-line md:grid-cols-2">
        <legend className="sr-only">Which address is kept</legend>
        {[first, second].map((address) => (
          <Side
            key={address.id}
            address={address}
            differing={pair.differing}
            kept={address.id === keptId}
            group={group}
            onKeep={() => keep(address.id)}
            opensStaff={opensStaff}
          />
        ))}
      </fieldset>
      <div className="flex flex-col gap-3 border-line border-t px-4 py-3 sm:px-5">
        {problem && (
          <Callout tone="bad" role="alert">
            {problem.message}
          </Callout>
        )}
        {pair.differentId && <Callout>{TEXTS.notTheSame()}</Callout>}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-60 break-words text-muted">{TEXTS.similarity(pair)}</p>
          <span className="flex flex-wrap gap-2">
            <Button
              kind={inhabited && !shared ? 'primary' : 'secondary'}
              busy={differ.isPending}
              disabled={busy || pair.differentId !== null}
              onClick={() => differ.mutate()}
            >
              Not the same
            </Button>
            <Button
              kind={shared ? 'primary' : 'secondary'}
              busy={merge.isPending}
              disabled={busy || pair.differentId !== null}
              onClick={() => setAsked(true)}
            >
              Merge
            </Button>
          </span>
        </div>
      </div>
      <ConfirmDialog
        open={asked}
        title="Merge addresses"
        action="Merge"
        onClose={() => setAsked(false)}
        onConfirm={() => merge.mutate()}
      >
        <p>
          Everyone at <strong className="break-words text-ink">{addressLine(dropped)}</strong> will be at{' '}
          <strong className="break-words text-ink">{addressLine(kept)}</strong>. {TEXTS.willBeMerged()}
        </p>
        {dropped.hrManaged > 0 && <p>{TEXTS.hrIsWarned(dropped.hrManaged)}</p>}
        <p>{TEXTS.undoable()}</p>
      </ConfirmDialog>
    </>
  );
}

/** Where more people live, then where more households are or were. */
function likelyKept(first: Inhabited, second: Inhabited): Inhabited {
  const weight = ({ people, households }: Inhabited) => [people, households.current, households.ended];
  const [a, b] = [weight(first), weight(second)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (b[at] as number) > (a[at] as number) ? second : first;
}
