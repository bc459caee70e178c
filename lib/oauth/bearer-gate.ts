import { Forbidden } from '../failure.ts';
import type { Gate } from '../http/gate.ts';
import { networkAddress } from '../http/network-address.ts';
import { InsufficientScope } from '../http/refusals.ts';
import { authenticate } from './authenticate.ts';
import { OAUTH_TEXTS } from './texts.ts';

/** The API's gate: a bearer token with the scope that the endpoint needs. */
export const bearerGate: Gate = async (server, request) => {
  const { headers } = request;
  const caller = await authenticate(
    server.db,
    headers.get('authorization'),
    server.now(),
    networkAddress(headers),
  );
  if ('refusal' in caller) return caller;
  return {
    district: caller.district,
    clientId: caller.actor.clientId,
    actor: caller.actor,
    callsPerMinute: caller.callsPerMinute,
    refusalFor(access) {
      if (!('scope' in access)) return new Forbidden(OAUTH_TEXTS.peopleOnly());
      return caller.scopes.includes(access.scope) ? undefined : new InsufficientScope(access.scope);
    },
  };
};
