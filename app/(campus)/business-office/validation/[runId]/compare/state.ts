import { parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { CHANGES } from '../../../../../../lib/report/compare/changes.ts';
import type { Version } from '../../../../../../lib/report/compare/schema.ts';
import { SECTIONS } from '../../../../../../lib/report/section-names.ts';

/** Which two validations, and what of their comparison, stands in the URL. */
export const COMPARISON = {
  earlier: parseAsString.withDefault(''),
  later: parseAsString.withDefault(''),
  section: parseAsStringLiteral(SECTIONS),
  change: parseAsStringLiteral(CHANGES),
  page: parseAsInteger.withDefault(1),
};

/** A URL may hold anything: two that are kept are compared, the last two unless it says otherwise. */
export function chosenOf(
  versions: readonly Version[],
  { earlier, later }: { earlier: string; later: string },
): { earlier: string; later: string } | null {
  const kept = (id: string) => versions.find((version) => version.id === id)?.id;
  const [last, before] = versions;
  if (!last || !before) return null;
  return { earlier: kept(earlier) ?? before.id, later: kept(later) ?? last.id };
}

export const soundPage = (page: number): number => Math.min(Math.max(1, page), 100_000);
