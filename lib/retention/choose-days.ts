import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { type FieldError, Invalid } from '../failure.ts';
import { type Kept, readKept } from './kept.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';
import { storeDays } from './store.ts';
import { RETENTION_TEXTS as TEXTS } from './texts.ts';

/** Null for the default. */
export type ChosenDays = ReadonlyMap<Kind, number | null>;

/** Reads `errors=200`, `audit=default`. @throws Invalid */
export function parseDays(assignments: readonly string[]): ChosenDays {
  const chosen: ChosenDays = new Map(
    assignments.map((text) => {
      const [, kind, value] = /^(\w+)=(\d{1,6}|default)$/.exec(text) ?? [];
      if (kind === undefined || value === undefined) throw new Invalid(TEXTS.noAssignment(text));
      if (!isKind(kind)) throw new Invalid(TEXTS.unknownKind(kind, KIND_NAMES));
      if (value === 'default') return [kind, null];
      return [kind, Number(value)];
    }),
  );
  assertInRange(chosen);
  return chosen;
}

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

/** @throws Invalid with a pointer for each kind whose days are too few or too many */
function assertInRange(chosen: ChosenDays): void {
  const errors = [...chosen].flatMap(([kind, days]): FieldError[] => {
    const { least, most } = KINDS[kind];
    if (days === null || (days >= least && days <= most)) return [];
    return [{ pointer: `/${kind}`, code: 'daysOutOfRange', message: TEXTS.outOfRange(kind, least, most) }];
  });
  if (errors.length > 0) throw new Invalid(errors.map(({ message }) => message).join(' '), errors);
}

/**
 * An operator or an admin chooses for how many days a district keeps data. Nothing is removed here: the worker does it
 * within a day.
 * @returns what is kept now, and a sentence for each kind that is kept shorter than before
 * @throws Invalid
 */
export async function chooseDays(
  ctx: Context,
  chosen: ChosenDays,
): Promise<{ kept: Record<Kind, Kept>; shortened: string[] }> {
  assertInRange(chosen);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readKept(tx);
    if (chosen.size === 0) return { kept: before, shortened: [] };
    await storeDays(ctx, tx, chosen);
    const kept = await readKept(tx);
    const changed = KIND_NAMES.filter((kind) => kept[kind].days !== before[kind].days);
    const detail = changed.map((kind) => [kind, { before: before[kind].days, after: kept[kind].days }]);
    if (changed.length > 0)
      await recordAudit(ctx, tx, { action: 'retention.set', detail: Object.fromEntries(detail) });
    const shortened = changed
      .filter((kind) => kept[kind].days < before[kind].days)
      .map((kind) => TEXTS.shortened(kind, before[kind].days, kept[kind].days));
    return { kept, shortened };
  });
}
