/** Answers one call. */
export type Answer = (request: Request) => Promise<Response>;
/** What answers a path, if it is one that is answered without Next's router. */
export type FindAnswer = (path: string) => Answer | undefined;

const held = globalThis as { campusDirectCalls?: FindAnswer };

/** Hands over from the bundle that Next loads at its start (instrumentation.ts) to the server around it (bin/web.ts). */
export function offerDirectCalls(find: FindAnswer): void {
  held.campusDirectCalls = find;
}

/** @throws Error before Next has started */
export function directCalls(): FindAnswer {
  if (!held.campusDirectCalls) throw new Error('Next has not started, so nobody offers the API.');
  return held.campusDirectCalls;
}
