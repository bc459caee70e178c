import { TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import type { ProviderSettings } from './schema.ts';

/** What the identity provider said of somebody: its own names, texts, lists of texts. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person as the provider describes them. */
export interface Person {
  username: string | null;
  /** Whether the provider vouches for the username: an e-mail address counts only once it is verified. */
  usernameProven: boolean;
  name: string | null;
  /** Null unless verified. */
  email: string | null;
  groups: string[];
  /** Of all their groups together, in the order of TOOL_RIGHTS. */
  rights: ToolRight[];
  /** Whether one of the groups is among those that give access. */
  admitted: boolean;
}

/** Reads a person from what arrived. Groups are compared exactly, capitals too. */
export function personOf({ claims: names, groups: known }: ProviderSettings, claims: Claims): Person {
  const groups = textsOf(claims[names.groups]);
  const own = known.filter(({ group }) => groups.includes(group));
  const rights = new Set(own.flatMap((entry) => entry.rights));
  const username = textOf(claims[names.username]);
  const email = textOf(claims[names.email]);
  const verified = claims.email_verified === true;
  return {
    username,
    usernameProven: verified || (names.username !== 'email' && !username?.includes('@')),
    name: textOf(claims[names.name]) ?? fullName(claims),
    email: verified ? email : null,
    groups,
    rights: TOOL_RIGHTS.filter((right) => rights.has(right)),
    admitted: own.length > 0,
  };
}

const fullName = ({ given_name, family_name }: Claims): string | null =>
  [textOf(given_name), textOf(family_name)].filter(Boolean).join(' ') || null;

function textOf(claim: unknown): string | null {
  const first = Array.isArray(claim) ? claim[0] : claim;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

/** A claim with one text is a list of it. */
const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((one) => typeof one === 'string' && one !== '');
