import type { Transaction } from '../../db/client.ts';

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
] as const;
export type ToolRight = (typeof TOOL_RIGHTS)[number];

/** Any of these opens the Staff directory and a person's page; each section asks for its own to be edited. */
export const STAFF_RIGHTS = [
  'Staff',
  'District Employment',
  'District Assignments',
] as const satisfies readonly ToolRight[];

/** Names of up to three people who can give tool rights. */
export async function givers(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    `select u.name
       from tool_right r
       join app_user u on u.district_id = $1 and u.id = r.user_id and u.disabled_at is null
      where r.district_id = $1 and r.right = 'User Security'
      order by u.name limit 3`,
    [tx.districtId],
  );
  return rows.map((row) => row.name);
}

/** What a 403 says: which right is missing (of several one is enough), and who can give it. */
export function missingRight(rights: readonly ToolRight[], names: readonly string[]): string {
  const quoted = rights.map((right) => `“${right}”`);
  const which = new Intl.ListFormat('en', { type: 'disjunction' }).format(quoted);
  const who = names.length > 0 ? new Intl.ListFormat('en', { type: 'disjunction' }).format(names) : undefined;
  return `You need the tool right ${which} for this. ${who ?? 'Someone with the tool right “User Security”'} can give it to you.`;
}
