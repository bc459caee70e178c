import { KIND_NAMES, KINDS, type Kind } from '../../../../lib/retention/kinds.ts';
import type { DaysOfKinds } from '../../../../lib/retention/schema.ts';
import { KEPT_DATA_TEXTS } from './texts.ts';

/** The days as typed; empty for the usual ones. */
export type Typed = Record<Kind, string>;

/** Whole days within the limits of the kind, null for the usual ones; undefined for anything else. */
export function daysTyped(kind: Kind, text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const { least, most } = KINDS[kind];
  const days = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  return days >= least && days <= most ? days : undefined;
}

/** What was typed for every kind, and what is wrong with it. `days` only if nothing is. */
export function readTyped(typed: Typed): { days?: DaysOfKinds; faults: Partial<Record<Kind, string>> } {
  const faults: Partial<Record<Kind, string>> = {};
  const days: Partial<DaysOfKinds> = {};
  for (const kind of KIND_NAMES) {
    const read = daysTyped(kind, typed[kind]);
    if (read === undefined) faults[kind] = KEPT_DATA_TEXTS.daysNeeded(KINDS[kind].least, KINDS[kind].most);
    else days[kind] = read;
  }
  return Object.keys(faults).length > 0 ? { faults } : { days: days as DaysOfKinds, faults };
}
