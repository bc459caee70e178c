import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { loosens } from './loosens.ts';
import { assertMayLoosen } from './may-loosen.ts';
import type { GuardSettings } from './schema.ts';
import { readGuards, writeGuards } from './settings.ts';

/** An admin changes the limits. @throws Forbidden: `assertMayLoosen`, where a second person is required */
export function saveGuards(ctx: Context, settings: GuardSettings): Promise<GuardSettings> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readGuards(tx);
    if (before.secondPerson && loosens(before, settings)) await assertMayLoosen(ctx, tx);
    await writeGuards(tx, ctx.newId, settings);
    await recordAudit(ctx, tx, { action: 'sync.guards', detail: { before, after: settings } });
    return settings;
  });
}
