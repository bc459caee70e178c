import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import type { AuditAction } from '../audit/actions.ts';
import { recordAudits } from '../audit/record-audit.ts';
import { assertEmergencyAdminLeft, setEmergencyAdmins } from '../auth/emergency-admins.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { lockUserSecurity } from '../users/lock-user-security.ts';
import { lockProvider, type ProviderRow } from './provider-row.ts';
import { readSingleSignOnIn } from './read-single-sign-on.ts';
import type { SignOnState, SingleSignOn } from './schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

const write = defineCommand(
  'switch single sign-on',
  (orm, p: Params<{ enabled: boolean; passwordsOff: boolean }>) =>
    orm
      .update(identityProvider)
      .set({
        enabled: asStored(p.enabled, identityProvider.enabled),
        passwordsOff: asStored(p.passwordsOff, identityProvider.passwordsOff),
      })
      .where(inDistrict(identityProvider)),
);

/**
 * Switches single sign-on on or off, turns passwords off or on, and names the emergency admins, who can always sign in by
 * password and second factor. Open sessions go on.
 * @throws Conflict before a test has succeeded, or if nobody could sign in without the provider
 */
export const setSignOnState = (ctx: Context, state: SignOnState): Promise<SingleSignOn> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const before = await lockProvider(tx);
    if (!before) throw new Conflict(SIGN_ON_TEXTS.notSetUp());
    assertMaySwitch(before, state);
    const { emergencyAdmins: candidates } = await readSingleSignOnIn(ctx, tx);
    const known = new Set(candidates.map(({ id }) => id));
    if (state.emergencyAdmins.some((id) => !known.has(id)))
      throw new Conflict(SIGN_ON_TEXTS.noSuchCandidate());
    const { enabled, passwordsOff, emergencyAdmins: ids } = state;
    await setEmergencyAdmins(tx, { ids });
    await write(tx, { enabled, passwordsOff });
    await assertEmergencyAdminLeft(tx);
    const names = candidates.filter(({ id }) => ids.includes(id)).map(({ username }) => username);
    const changed = candidates.some(({ id, chosen }) => chosen !== ids.includes(id));
    await recordAudits(ctx, tx, [
      ...switched(before, state).map((action) => ({ action })),
      ...(changed ? [{ action: 'single-sign-on.emergency' as const, detail: { names } }] : []),
    ]);
    return readSingleSignOnIn(ctx, tx);
  });

function assertMaySwitch(before: ProviderRow, { enabled, passwordsOff, emergencyAdmins }: SignOnState): void {
  if (enabled && !before.enabled) {
    if (!before.testedAt) throw new Conflict(SIGN_ON_TEXTS.testFirst());
    if (before.settings.groups.length === 0) throw new Conflict(SIGN_ON_TEXTS.noGroups());
  }
  if (!passwordsOff) return;
  if (!enabled) throw new Conflict(before.passwordsOff ? SIGN_ON_TEXTS.whileOff() : SIGN_ON_TEXTS.onFirst());
  if (emergencyAdmins.length === 0) throw new Conflict(SIGN_ON_TEXTS.emergencyNeeded());
}

const switched = (before: ProviderRow, { enabled, passwordsOff }: SignOnState): AuditAction[] => [
  ...(before.enabled === enabled ? [] : ([enabled ? 'single-sign-on.on' : 'single-sign-on.off'] as const)),
  ...(before.passwordsOff === passwordsOff
    ? []
    : ([passwordsOff ? 'single-sign-on.passwords-off' : 'single-sign-on.passwords-on'] as const)),
];
