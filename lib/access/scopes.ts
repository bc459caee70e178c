/** What a token can allow, in the order that answers list them. API.md, *OAuth 2.0*. */
export const SCOPES = ['staff.read', 'staff.write', 'staff.sync'] as const;

export type Scope = (typeof SCOPES)[number];

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/** Those of `scopes` that are known, in the order of SCOPES. */
export const inOrder = (scopes: Iterable<string>): Scope[] => {
  const given = new Set(scopes);
  return SCOPES.filter((scope) => given.has(scope));
};
