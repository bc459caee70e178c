import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';

/** Whose Message Center it is. @throws Forbidden for whoever is no user, and so has none */
export function ownerOf({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden('Messages are for people who are signed in.');
  return actor.id;
}
