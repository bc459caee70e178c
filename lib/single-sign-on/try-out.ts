import type { Transaction } from '../../db/client.ts';
import type { Arrival } from './arrival.ts';
import { decide } from './decide.ts';
import { knownUsers, subjectHashOf } from './known-users.ts';
import { personOf } from './person-of.ts';
import { PROBLEMS } from './problems.ts';
import type { ProviderSettings, TestFound } from './schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

/** These say nothing about the person. */
const OF_THE_TOKEN = new Set(['nonce', 'exp', 'iat', 'nbf', 'at_hash', 'c_hash', 's_hash', 'jti', 'sid']);
const MAX_CLAIMS = 60;
const MAX_CHARS = 500;

/** What a sign-in with this answer would lead to. Changes nothing. */
export async function tryOut(
  tx: Transaction,
  { settings, arrival }: { settings: ProviderSettings; arrival: Arrival },
): Promise<TestFound> {
  const person = personOf(settings, arrival.claims);
  const { username, name, email, groups, rights } = person;
  const known = await knownUsers(tx, { subjectHash: subjectHashOf(arrival), username });
  const decision = decide(person, { ...known, linksByUsername: settings.linksByUsername });
  return {
    problem: null,
    claims: Object.entries(arrival.claims)
      .filter(([key]) => !OF_THE_TOKEN.has(key))
      .slice(0, MAX_CLAIMS)
      .map(([key, value]) => ({ name: key.slice(0, MAX_CHARS), value: textOf(value) })),
    result:
      decision.outcome === 'refuse'
        ? SIGN_ON_TEXTS.wouldRefuse(PROBLEMS[decision.problem])
        : SIGN_ON_TEXTS.would[decision.outcome](
            decision.outcome === 'create' ? decision.username : decision.user.username,
          ),
    ...{ username, name, email, groups: groups.slice(0, MAX_CLAIMS), rights },
  };
}

/** A test that failed before anything arrived. */
export const foundNothing = (problem: string): TestFound => ({
  ...{ problem, claims: [], result: null, username: null, name: null, email: null, groups: [], rights: [] },
});

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, MAX_CHARS);
