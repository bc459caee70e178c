import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { CHANGES } from '../../../../../../lib/report/compare/changes.ts';
import type { Version } from '../../../../../../lib/report/compare/schema.ts';
import { SECTIONS } from '../../../../../../lib/report/section-names.ts';
import { parseAsPage } from '../../../../url-state.ts';

/** What of the page is in the URL: which two validations, and the filters of their comparison. */
export const COMPARISON = {
  earlier: parseAsString.withDefault(''),
  later: parseAsString.withDefault(''),
  section: parseAsStringLiteral(SECTIONS),
  change: parseAsStringLiteral(CHANGES),
  page: parseAsPage,
};

/** Two validations that are kept. Where the URL names another one, the last two are compared. */
export function chosenOf(
  versions: readonly Version[],
  { earlier, later }: { earlier: string; later: string },
): { earlier: string; later: string } | null {
  const kept = (id: string) => versions.find((version) => version.id === id)?.id;
  const [last, before] = versions;
  if (!last || !before) return null;
  return { earlier: kept(earlier) ?? before.id, later: kept(later) ?? last.id };
}
