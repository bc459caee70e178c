import { districtByAppName } from '../district/find-district.ts';
import { NotFound } from '../failure.ts';
import { resetAdmin as reset } from '../setup/reset-admin.ts';
import { inDistrictOf, type OperatorContext } from './context.ts';
import type { AdminLink } from './schema.ts';
import { noteOperator } from './session.ts';
import { OPERATOR_TEXTS } from './texts.ts';

/** As `campus admin reset` does: a link for a new password, and the old password, second factor and sessions are gone. @throws NotFound, Conflict */
export async function resetAdmin(
  ctx: OperatorContext,
  { appName, username }: { appName: string; username: string },
): Promise<AdminLink> {
  const district = await districtByAppName(ctx.db, appName);
  if (!district) throw new NotFound(OPERATOR_TEXTS.noSuchDistrict(appName));
  const { operator, address } = ctx;
  const done = await reset(inDistrictOf(ctx, district), { username }, (tx) =>
    noteOperator(tx, {
      operator,
      address,
      action: 'administrator reset',
      target: `${appName}, ${username}`,
    }),
  );
  return { appName, username: done.username, ...done.invitation };
}
