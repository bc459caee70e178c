import type { Person } from './person-of.ts';
import type { Problem } from './problems.ts';

/** A user of Campus, as far as the decision needs to know. */
export interface KnownUser {
  id: string;
  username: string;
  disabled: boolean;
  emergency: boolean;
  /** Whether the user has User Security. */
  admin: boolean;
  /** Whether some account of the provider is linked with the user. */
  linked: boolean;
}

export type Decision =
  | { outcome: 'signIn' | 'link'; user: KnownUser }
  | { outcome: 'create'; username: string; name: string }
  /** `user`: who it is, where that is known. */
  | { outcome: 'refuse'; problem: Problem; user?: KnownUser };

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u;

/**
 * Who signs in. The provider's stable name for the person decides. An equal username links an existing user only at the
 * first sign-in, where the district wants it and the provider vouches for it, and never an admin: those link themselves.
 * An e-mail address links nobody, because users may change their own in Campus.
 *
 * @param linked the user who is linked with the person's account
 * @param named the user with the person's username, in any case
 */
export function decide(
  person: Person,
  {
    linked,
    named,
    linksByUsername,
  }: { linked: KnownUser | undefined; named: KnownUser | undefined; linksByUsername: boolean },
): Decision {
  if (linked) {
    const problem = refusalOf(linked) ?? (person.admitted ? undefined : ('noGroup' as const));
    return problem ? { outcome: 'refuse', problem, user: linked } : { outcome: 'signIn', user: linked };
  }
  if (!person.admitted) return { outcome: 'refuse', problem: 'noGroup' };
  if (!person.username || !USERNAME.test(person.username))
    return { outcome: 'refuse', problem: 'noUsername' };
  if (!named) return { outcome: 'create', username: person.username, name: person.name ?? person.username };
  const mayLink = linksByUsername && person.usernameProven && !named.linked && !named.admin;
  const problem = refusalOf(named) ?? (mayLink ? undefined : ('usernameTaken' as const));
  return problem ? { outcome: 'refuse', problem, user: named } : { outcome: 'link', user: named };
}

const refusalOf = ({ disabled, emergency }: KnownUser): Problem | undefined =>
  disabled ? 'disabled' : emergency ? 'emergency' : undefined;
