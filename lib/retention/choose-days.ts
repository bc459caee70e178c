import { sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';
import { unnested } from '../../db/unnested.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { type Kept, readKept } from './kept.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';
import { RETENTION_TEXTS as TEXTS } from './texts.ts';

const given = alias(retention, 'excluded');
const storeDays = defineCommand(
  'choose how long data is kept',
  (orm, p: Params<{ ids: readonly string[]; kinds: readonly Kind[]; days: readonly (number | null)[] }>) => {
    const { table, columns } = unnested('chosen', {
      id: [retention.id, p.ids],
      kind: [retention.kind, p.kinds],
      days: [retention.days, p.days],
    });
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        id: columns.id.as('id'),
        kind: columns.kind.as('kind'),
        days: columns.days.as('days'),
        removedBefore: sql`null::timestamptz`.as('removed_before'),
      })
      .from(table);
    return orm
      .insert(retention)
      .select(rows)
      .onConflictDoUpdate({
        target: [retention.districtId, retention.kind],
        set: { days: sql`${given.days}` },
      });
  },
);

/** Null for the default. */
export type ChosenDays = ReadonlyMap<Kind, number | null>;

/** Reads `errors=200`, `audit=default`. @throws Invalid */
export function parseDays(assignments: readonly string[]): ChosenDays {
  return new Map(
    assignments.map((text) => {
      const [, kind, value] = /^(\w+)=(\d{1,6}|default)$/.exec(text) ?? [];
      if (kind === undefined || value === undefined) throw new Invalid(TEXTS.noAssignment(text));
      if (!isKind(kind)) throw new Invalid(TEXTS.unknownKind(kind, KIND_NAMES));
      if (value === 'default') return [kind, null];
      const { least, most } = KINDS[kind];
      const days = Number(value);
      if (days < least || days > most) throw new Invalid(TEXTS.outOfRange(kind, least, most));
      return [kind, days];
    }),
  );
}

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

/**
 * An operator chooses for how many days a district keeps data. Nothing is removed here: the worker does it within a day.
 * @returns what is kept now, and a sentence for each kind that is kept shorter than before
 */
export function chooseDays(
  ctx: Context,
  chosen: ChosenDays,
): Promise<{ kept: Record<Kind, Kept>; shortened: string[] }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readKept(tx);
    if (chosen.size === 0) return { kept: before, shortened: [] };
    const kinds = [...chosen.keys()];
    await storeDays(tx, { ids: kinds.map(ctx.newId), kinds, days: [...chosen.values()] });
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
