/** Answers one call. */
export type Answer = (request: Request) => Promise<Response>;
/** What answers a path, if it is one that is answered without Next's router. */
export type FindAnswer = (path: string) => Answer | undefined;
