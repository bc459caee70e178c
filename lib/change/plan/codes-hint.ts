import { nearest } from '../../text/nearest.ts';
import type { OfferedCode } from '../campus-state.ts';
import { PLAN_TEXTS } from './messages.ts';

/** A longer list is not written out. */
const MAX_LISTED = 12;

const MAX_KEPT_HINTS = 1_000;
const hintsOf = new WeakMap<readonly OfferedCode[], Map<string, string>>();

/** A feed repeats its unknown codes: each hint is made once. */
export function codesHint(plural: string, code: string, offered: readonly OfferedCode[]): string {
  const hints = hintsOf.get(offered) ?? new Map<string, string>();
  hintsOf.set(offered, hints);
  const hint = hints.get(code) ?? newHint(plural, code, offered);
  if (hints.size < MAX_KEPT_HINTS) hints.set(code, hint);
  return hint;
}

/**
 * What to send instead of an unknown code: the likely one, and the codes that the district has. For vendors and admins
 * both, so it names no call.
 */
function newHint(plural: string, code: string, offered: readonly OfferedCode[]): string {
  const exactly = PLAN_TEXTS.codesAreExact();
  if (offered.length === 0) return exactly;
  const meant = likely(code, offered);
  const list = PLAN_TEXTS.codesOfCampus(plural, offered.length, offered.slice(0, MAX_LISTED).map(named));
  return [...(meant ? [PLAN_TEXTS.codeMeant(named(meant))] : []), list, exactly].join(' ');
}

const named = ({ code, description }: OfferedCode): string =>
  description === '' || description === code ? `"${code}"` : `"${code}" (${description})`;

/** By case and leading zeros, else by the description, else the only one that is spelled nearly so. */
function likely(code: string, offered: readonly OfferedCode[]): OfferedCode | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  const bare = (text: string) => plain(text).replace(/^0+(?=.)/, '');
  const only = (found: OfferedCode[]) => (found.length === 1 ? found[0] : undefined);
  const spelled = nearest(
    code,
    offered.map((one) => one.code),
  );
  return (
    only(offered.filter((one) => bare(one.code) === bare(code))) ??
    only(offered.filter((one) => plain(one.description) === plain(code))) ??
    // In a short code one other character is another code.
    (code.length >= 4 ? offered.find((one) => one.code === spelled) : undefined)
  );
}
