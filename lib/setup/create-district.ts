import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import { lower } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';
import { TOOL_RIGHTS } from '../access/rights.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type Invitation, makeInvitation } from '../auth/invitation.ts';
import type { District } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { asOwner, DistrictExists, type Opener, openDistrict } from '../district/open-district.ts';
import { Invalid } from '../failure.ts';
import { legible } from '../text/legible.ts';
import { giveRights } from '../users/give-rights.ts';
import { insertUser } from '../users/insert-user.ts';
import { newUserSchema } from '../users/schema.ts';
import { COMMAND_LINE } from './command-line.ts';
import { SETUP_TEXTS } from './texts.ts';

/** A district as an operator asks for it. */
export interface NewDistrict {
  appName: string;
  name: string;
  /** IANA, such as America/Chicago. */
  timeZone: string;
  adminUsername: string;
  adminName: string;
}

const text = (max: number, message: string) =>
  z.string().transform(legible).pipe(z.string().min(1, message).max(max, message));
const { username, name } = newUserSchema.shape;
const schema = z.object({
  appName: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/i, SETUP_TEXTS.appName()),
  name: text(100, SETUP_TEXTS.districtName()),
  adminUsername: saying(username, SETUP_TEXTS.username()),
  adminName: saying(name, SETUP_TEXTS.adminName()),
});

/** The same check with one message: the API's own continue the name of a property. */
function saying<S extends z.ZodType>(check: S, message: string) {
  return z.string().transform((given, ctx): z.output<S> => {
    const checked = check.safeParse(given);
    if (checked.success) return checked.data;
    ctx.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const knowsTimeZone = defineQuery('a time zone by name', (orm, p: Params<{ timeZone: string }>) =>
  orm.select({ name: sql<string>`name` }).from(sql`pg_timezone_names`).where(sql`name = ${p.timeZone}`),
);

/** A district whose appName differs in case only, closed ones too. */
const withAppNameLike = defineQuery(
  'district by appName in any case',
  (orm, p: Params<{ appName: string }>) =>
    orm
      .select({ appName: district.appName })
      .from(district)
      .where(eq(lower(district.appName), sql`lower(${p.appName})`))
      .limit(1),
);

/**
 * Opens an empty district with its first admin, who has every tool right and chooses their password by a link. The limits
 * for commits are on.
 * @param db a connection as the database's owner, or with an `opener` whom the database lets make districts
 * @throws Invalid for what can't be a district; DistrictExists
 */
export async function createDistrict(
  db: Database,
  keys: CryptoKeys,
  asked: NewDistrict,
  opener: Opener = asOwner(COMMAND_LINE),
): Promise<{ district: District; adminUsername: string; invitation: Invitation }> {
  const parsed = schema.safeParse(asked);
  if (!parsed.success)
    throw refused(parsed.error.issues.map(({ path, message }) => ({ field: path.join('/'), message })));
  const { appName, adminUsername, adminName, ...given } = parsed.data;
  const timeZone = await timeZoneOf(db, asked.timeZone);
  const near = await withAppNameLike.first(db, { appName });
  if (near)
    throw near.appName === appName
      ? new DistrictExists(appName)
      : refused([{ field: 'appName', message: SETUP_TEXTS.appNameNear(near.appName) }]);
  return openDistrict(
    db,
    keys,
    { appName, name: given.name, timeZone },
    async (ctx, tx) => {
      const userId = ctx.newId();
      await insertUser(tx, {
        id: userId,
        username: adminUsername,
        name: adminName,
        email: null,
        passwordHash: null,
        temporary: false,
        now: ctx.now,
      });
      await giveRights(ctx, tx, { userId, rights: TOOL_RIGHTS });
      const invitation = await makeInvitation(ctx, tx, userId);
      await recordAudit(ctx, tx, { action: 'district.create', target: appName, detail: { timeZone } });
      const detail = { rights: TOOL_RIGHTS, by: 'link' };
      await recordAudit(ctx, tx, { action: 'user.create', target: adminUsername, detail });
      return { district: ctx.district, adminUsername, invitation };
    },
    opener,
  );
}

/** As Intl spells it. Dates are computed by Intl and by the database, so both must know it. */
async function timeZoneOf(db: Database, given: string): Promise<string> {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: given.trim() }).resolvedOptions();
    // An offset such as +05:00 has no daylight saving time, and an abbreviation means different zones.
    if (/^(UTC|[A-Z]\w+\/.+)$/.test(timeZone) && (await knowsTimeZone.first(db, { timeZone })))
      return timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw refused([{ field: 'timeZone', message: SETUP_TEXTS.timeZone(given) }]);
}

const refused = (faults: readonly { field: string; message: string }[]): Invalid =>
  new Invalid(
    faults.map(({ message }) => message).join(' '),
    faults.map(({ field, message }) => ({ pointer: `/${field}`, code: 'notADistrict', message })),
  );
