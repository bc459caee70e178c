import type { Scope as StoredScope } from '../../db/schema/client.ts';

/** What a token can allow, in the order that answers list them. API.md, *OAuth 2.0*. */
export const SCOPES = ['staff.read', 'staff.write', 'staff.sync'] as const satisfies readonly StoredScope[];

export type Scope = (typeof SCOPES)[number];

/** Whether a text is a scope of this API. */
export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/** The known scopes among these, in the order of SCOPES. */
export const inOrder = (scopes: Iterable<string>): Scope[] => {
  const given = new Set(scopes);
  return SCOPES.filter((scope) => given.has(scope));
};
