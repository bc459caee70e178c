import { z } from 'zod';

/** Of the calls that work on the live run. */
export const runIdParameter = z.uuid().optional().meta({
  description:
    'The `runId` that start answered. If another run is live by then, the call answers 409 and does nothing. Without it the call works on whichever run is live.',
});

/** Of their 409. */
export const OTHER_RUN =
  'Or `runId` was sent, and another run is live (`anotherRun`): its `runId`, and what to do.';
