import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { assertTyped } from './assert-typed.ts';
import { CODE_STORES } from './code-store.ts';
import type { CodeInput } from './schema.ts';
import { CODE_LIST_TEXTS } from './texts.ts';

/** Adds a school or a code to its list (REF-1). Audited. @throws Conflict if the list has it; Invalid */
export async function addCode(ctx: Context, { kind, ...row }: CodeInput): Promise<void> {
  assertTyped(kind, row.type);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const added = await CODE_STORES[kind].insertNew(tx, [{ ...row, id: ctx.newId() }]);
    if (added.length === 0) {
      const message = CODE_LIST_TEXTS.exists(kind, row.code);
      throw new Conflict(message, [{ pointer: '/code', code: 'invalid', message }]);
    }
    const { code, ...after } = row;
    await recordAudit(ctx, tx, { action: 'codes.add', target: code, detail: { kind, after } });
  });
}
