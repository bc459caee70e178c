import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';
import { MESSAGES_TEXTS } from './texts.ts';

/** The user whose Message Center it is. @throws Forbidden for an actor who is not a user */
export function ownerOf({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden(MESSAGES_TEXTS.signedInOnly());
  return actor.id;
}
