import type { ToolRight as StoredRight } from '../../db/schema/access.ts';

/** The tool rights an admin may give (User Security). A page and its calls ask for the same one. */
export const TOOL_RIGHTS = [
  'API Credentials',
  'Synchronization',
  'Error Log',
  'Notifications',
  'Staff',
  'District Employment',
  'District Assignments',
  'Addresses',
  'Combine Person',
  'User Security',
] as const satisfies readonly StoredRight[];
export type ToolRight = (typeof TOOL_RIGHTS)[number];

/** Any of these opens the Staff directory and a person's page; each section asks for its own to be edited. */
export const STAFF_RIGHTS = [
  'Staff',
  'District Employment',
  'District Assignments',
] as const satisfies readonly ToolRight[];

/**
 * What a 403 says: which right is missing, and who can give it.
 * @param rights any one of these is enough
 * @param givers names of users who can give it; may be empty
 */
export function missingRight(rights: readonly ToolRight[], givers: readonly string[]): string {
  const quoted = rights.map((right) => `“${right}”`);
  const which = new Intl.ListFormat('en', { type: 'disjunction' }).format(quoted);
  const who =
    givers.length > 0 ? new Intl.ListFormat('en', { type: 'disjunction' }).format(givers) : undefined;
  return `You need the tool right ${which} for this. ${who ?? 'Someone with the tool right “User Security”'} can give it to you.`;
}
