import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { assertTyped } from './assert-typed.ts';
import { CODE_STORES, type CodeRow } from './code-store.ts';
import type { CodeInput } from './schema.ts';
import { CODE_LIST_TEXTS } from './texts.ts';

/**
 * Changes what a school or code stands for, or whether it is active (REF-2). The next validation plans with it, because the
 * reference values are among the inputs of a validation (lib/sync/validate/plan-inputs.ts). Audited.
 * @throws NotFound; Invalid
 */
export async function editCode(ctx: Context, { kind, code, ...after }: CodeInput): Promise<void> {
  assertTyped(kind, after.type);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const store = CODE_STORES[kind];
    const stored = await store.one(tx, code);
    if (!stored) throw new NotFound(CODE_LIST_TEXTS.gone(kind, code));
    const { name, type, active } = stored;
    const before: Omit<CodeRow, 'code'> = { name, type, active };
    if (before.name === after.name && before.type === after.type && before.active === after.active) return;
    await store.update(tx, [{ id: stored.id, code, ...after }]);
    await recordAudit(ctx, tx, { action: 'codes.edit', target: code, detail: { kind, before, after } });
  });
}
