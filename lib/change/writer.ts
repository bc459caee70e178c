import type { Context } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { JournalOrigin } from './apply/journal.ts';

/** Whose doing a change is, and what SSNs are sealed with. */
export interface Writer extends JournalOrigin {
  keys: CryptoKeys;
}

/** What a call writes is signed with; `runId` where a commit or an undo does it. */
export const writerOf = (ctx: Context, runId: string | null = null): Writer => ({
  keys: ctx.keys,
  actor: ctx.actor.name,
  now: ctx.now,
  newId: ctx.newId,
  runId,
  requestId: ctx.requestId ?? null,
});
