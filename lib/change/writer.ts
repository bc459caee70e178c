import type { ChangeOrigin } from '../../db/schema/journal.ts';
import type { Context } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { JournalContext } from './apply/journal.ts';

/** Who makes a change, and what SSNs are sealed with. */
export interface Writer extends JournalContext {
  keys: CryptoKeys;
}

/** The writer of a call; `runId` where a commit or an undo writes. */
export const writerOf = (ctx: Context, origin: ChangeOrigin, runId: string | null = null): Writer => ({
  keys: ctx.keys,
  origin,
  actor: ctx.actor.name,
  now: ctx.now,
  newId: ctx.newId,
  runId,
  requestId: ctx.requestId ?? null,
});
