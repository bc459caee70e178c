import { cookies } from 'next/headers';
import { isHttps } from '../../lib/auth/session.ts';
import { cryptoKeys } from '../../lib/crypto/keys.ts';
import { database } from '../../lib/database.ts';
import { newId } from '../../lib/new-id.ts';
import type { OperatorContext } from '../../lib/operator/context.ts';
import { operatorCookieName } from '../../lib/operator/cookie.ts';
import { operatorOf } from '../../lib/operator/session.ts';
import { settings } from '../../lib/settings.ts';

/** The operator of this browser; undefined without a live session. */
export async function currentOperator(): Promise<OperatorContext | undefined> {
  const token = (await cookies()).get(operatorCookieName(isHttps()))?.value;
  const operator = await operatorOf(database(), token, { active: true });
  return operator && { operator, db: database(), keys: cryptoKeys(settings()), now: new Date(), newId };
}
