import type { Database, Transaction } from '../../../db/client.ts';
import { recordUnsigned } from '../../audit/record-unsigned.ts';
import { hashSessionToken, readSessionCookie } from '../../auth/session-cookie.ts';
import { attemptAt, beginAttempt, takeBack } from '../../auth/sign-in-limit.ts';
import type { District } from '../../context.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { districtByShortId } from '../../district/find-district.ts';
import { NotFound, TooMany } from '../../failure.ts';
import { currentSecret } from '../current-secret.ts';
import { CREDENTIAL_TEXTS } from '../texts.ts';
import { linkOf, refusalOf, takeLink } from './stored-link.ts';

/** No username has this sign. Links that do not work count as failures of this one account, per address. */
const NOBODY = '#hand-over';

export interface HandedOver {
  district: District;
  /** The client's name. */
  name: string;
  clientId: string;
  clientSecret: string;
}

/**
 * The credentials of a link, for the first who opens it; the audit log has the opening. An unknown, an opened, a withdrawn and an
 * expired link get the same answer, and count as failed sign-ins of their address.
 *
 * @param given `token`: the end of the link. `address`: the network address of the caller
 * @throws NotFound, TooMany
 */
export async function openHandOverLink(
  { db, keys }: { db: Database; keys: CryptoKeys },
  given: { token: string; address: string },
  now: Date,
): Promise<HandedOver> {
  const key = readSessionCookie(given.token);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) throw noLink();
  const inDistrict = <R>(work: (tx: Transaction) => Promise<R>) => db.inDistrict(district.id, work);
  const { address } = given;
  const attempt = attemptAt(keys, district.id, { username: NOBODY, address, now });
  const minutes = await beginAttempt(inDistrict, attempt);
  if (minutes > 0) throw new TooMany(CREDENTIAL_TEXTS.tooManyOpenings(minutes), minutes * 60);

  const tokenHash = hashSessionToken(key.token);
  const opened = await inDistrict(async (tx) => {
    const link = await linkOf.first(tx, { tokenHash, now });
    if (!link) return undefined;
    // Taken before it is read: of two who open it at once, one gets nothing.
    const reason =
      refusalOf(link, now) ?? ((await takeLink(tx, { tokenHash, now })) === 0 ? 'opened' : undefined);
    const action = reason ? 'client.hand-over-refused' : 'client.hand-over-opened';
    await recordUnsigned(
      tx,
      { address, now },
      { action, target: link.clientId, detail: reason ? { reason } : null },
    );
    if (reason) return undefined;
    await takeBack(tx, attempt);
    const { name, clientId } = link;
    return { district, name, clientId, clientSecret: await currentSecret({ keys, now }, tx, link.id) };
  });
  if (!opened) throw noLink();
  return opened;
}

const noLink = () => new NotFound(CREDENTIAL_TEXTS.noSuchLink());
