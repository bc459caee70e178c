import type { Actor, District } from '../context.ts';
import type { Failure } from '../failure.ts';
import type { Access } from './endpoint.ts';
import type { Server } from './server.ts';

/** A caller whose credentials are good. */
export interface Admitted {
  district: District;
  clientId?: string;
  actor: Actor;
  /** A client's limit; undefined for a user. */
  callsPerMinute?: number;
  /** Why this caller may not use an endpoint with this access; undefined if it may. */
  refusalFor(access: Access): Failure | undefined;
}

/** A caller whose credentials are not. If they name a district, its error log records the failed call. */
export interface Refused {
  refusal: Failure;
  district?: District;
  clientId?: string;
}

/** Proves who calls, once for each request: by a bearer token or by a session. */
export type Gate = (server: Server, request: Request) => Promise<Admitted | Refused>;
