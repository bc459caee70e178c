import { createHash } from 'node:crypto';
import type { Transaction } from '../../../db/client.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import type { ValueMap } from '../../record/map-values.ts';
import { codesBasis } from '../batch/codes-basis.ts';
import { rulesVersion } from '../batch/rules-version.ts';

/**
 * What a record is read with besides itself and the day, as a digest: the rules, the district's reference values (REF-2) and
 * the sender's value mappings (REF-3). While it is equal, an equal record is read alike.
 */
export async function readingBasis(tx: Transaction, map: ValueMap | undefined): Promise<string> {
  const mapped = Object.entries(map ?? {}).map(([kind, codes]) => [kind, [...codes].sort()]);
  const basis = JSON.stringify([rulesVersion(), await codesBasis(tx), mapped]);
  return createHash('sha256').update(basis).digest('base64');
}

/**
 * By which a record is known again. Keyed, because an SSN is part of it, and its nine digits could be guessed from a plain
 * digest. With another key it is another one.
 *
 * @param sent the record's JSON, as it was sent: a line's bytes
 */
export const sentDigest = (
  keys: CryptoKeys,
  districtId: string,
  basis: string,
  sent: string | Uint8Array,
): Buffer => blindIndex(keys, { districtId, purpose: `record ${basis}` }, sent);
