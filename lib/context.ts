import type { BlockList } from 'node:net';
import type { Database } from '../db/client.ts';
import type { DistrictId } from '../db/district-id.ts';
import type { CryptoKeys } from './crypto/keys.ts';
import type { FeedAccess } from './feeds/source/access.ts';

export interface District {
  id: DistrictId;
  shortId: string;
  appName: string;
  name: string;
  timeZone: string;
}

/**
 * Who acts. Pages show `name` as *Started By*, and the journal stores it. `sessionId` is the sign-in that acts.
 * `mapsValues` is whether the client has value mappings (REF-3): most have none, and their calls then look for none.
 */
export type Actor =
  | { kind: 'user'; id: string; name: string; username: string; sessionId?: string }
  | { kind: 'client'; id: string; name: string; clientId: string; mapsValues: boolean }
  | { kind: 'system'; name: string };

/**
 * The first parameter of every verb. The edge (a route, a job, the CLI, a test) checks once who calls and for which
 * district, and creates it; the core trusts it.
 */
export interface Context {
  actor: Actor;
  district: District;
  db: Database;
  /** To seal SSNs and secrets and to find SSNs. */
  keys: CryptoKeys;
  /** The moment of the call. */
  now: Date;
  newId: () => string;
  requestId?: string;
  /** Bytes that the district's run may have in the staging; undefined for as many as usual. */
  stagingBytes?: number | undefined;
  /** Whether users get e-mails: no if undefined. */
  sendsMail?: boolean | undefined;
  /** What feeds may reach; nothing if undefined. */
  feedAccess?: FeedAccess | undefined;
  /** Private addresses at which the district's identity provider may be; none if undefined. */
  providerAddresses?: BlockList | undefined;
  /** The origin that people use, without a trailing slash; undefined for a job and the command line. */
  publicUrl?: string;
  /** The network address that the call came from; undefined for a job and the command line. */
  address?: string;
}
