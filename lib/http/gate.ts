import type { Actor, District } from '../context.ts';
import type { Failure } from '../failure.ts';
import type { Access } from './endpoint.ts';
import type { Server } from './server.ts';

/** A caller that is known. `refusal` is why it may not do what needs this access, undefined if it may. */
export interface Admitted {
  district: District;
  clientId?: string;
  actor: Actor;
  /** Of a client. */
  callsPerMinute?: number;
  refusal(access: Access): Failure | undefined;
}

/** A caller that is not. Its district is told of the failed call where the credentials at least name one. */
export interface Turned {
  refused: Failure;
  district?: District;
  clientId?: string;
}

/** Proves who calls, once for each request: by a bearer token, by a session. */
export type Gate = (server: Server, request: Request) => Promise<Admitted | Turned>;
