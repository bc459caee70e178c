import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';

/** The user whose Message Center it is. @throws Forbidden for an actor who is not a user */
export function ownerOf({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden('Messages are for people who are signed in.');
  return actor.id;
}
