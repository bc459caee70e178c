import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { mailChoice } from '../../db/schema/mail.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { districtByShortId } from '../district/find-district.ts';
import { isOffTokenOf, type MailOff, readOffToken } from './off-token.ts';

const removeChoice = defineCommand('turn off e-mails of a type', (orm, p: Params<MailOff>) =>
  orm
    .delete(mailChoice)
    .where(and(inDistrict(mailChoice), eq(mailChoice.userId, p.userId), eq(mailChoice.type, p.type))),
);

/** Turns off what the link of an e-mail names. A link that Campus did not sign does nothing, and the answer is the same. */
export async function turnOffMail(
  { db, keys }: { db: Database; keys: CryptoKeys },
  token: string,
): Promise<void> {
  const read = readOffToken(token);
  const district = read && (await districtByShortId(db, read.shortId));
  if (!read || !district || !isOffTokenOf(keys, district.id, read)) return;
  const { userId, type } = read;
  await db.inDistrict(district.id, (tx) => removeChoice(tx, { userId, type }));
}
