import type { Transaction } from '../../db/client.ts';
import { newId } from '../new-id.ts';
import { type EventFacts, insertEvent } from './insert-event.ts';

/** Records what somebody did by a link, without a sign-in. */
export async function recordUnsigned(
  tx: Transaction,
  { address, now }: { address: string; now: Date },
  facts: EventFacts,
): Promise<void> {
  await insertEvent(tx, {
    ...facts,
    id: newId(),
    now,
    actor: 'Not signed in',
    actorKind: null,
    actorId: null,
    actorLogin: null,
    address,
    requestId: null,
  });
}
