import { z } from 'zod';

/** What may wait for an admin, in the order of Home. */
export const ACTION_KINDS = [
  'commitHeld',
  'commitApproved',
  'commitNotStarted',
  'feedFailed',
  'peopleFailed',
  'likelyDuplicates',
  'secretEnds',
  'clientEnds',
  'clientEnded',
  'clientSilent',
  'placeholders',
  'sharedNumbers',
  'missingNumbers',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** One row of Home's list of actions. */
export const actionSchema = z.object({
  kind: z.enum(ACTION_KINDS),
  /** People; of `clientSilent` days, of the other kinds about clients and feeds 1. */
  count: z.int().positive(),
  /** The client's or the feed's name; of `commitNotStarted` the reason. */
  subject: z.string().nullable(),
  /** When the secret or client ends, when the client called last, when the commit was held, when the feed's run ended. */
  at: z.iso.datetime().nullable(),
  runId: z.uuid().nullable(),
});
export type Action = z.infer<typeof actionSchema>;

/** An action, with what its kind lacks as null. */
export const action = (
  kind: ActionKind,
  count: number,
  { subject, at, runId }: { subject?: string; at?: Date; runId?: string } = {},
): Action => ({
  kind,
  count,
  subject: subject ?? null,
  at: at?.toISOString() ?? null,
  runId: runId ?? null,
});
