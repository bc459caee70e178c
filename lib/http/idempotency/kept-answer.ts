import type { DistrictId } from '../../../db/district-id.ts';
import { open, type Place, seal } from '../../crypto/envelope.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';

/** An answer as it was sent. */
export interface KeptAnswer {
  status: number;
  headers: [string, string][];
  body: string | null;
}

/** The same as it is stored. The body is sealed, because it holds people's data. */
export interface SealedAnswer {
  id: string;
  status: number;
  headers: string;
  body: string | null;
}

/** The headers that belong to the answer itself; all others are made again for each call. */
const KEPT_HEADERS = ['content-type', 'location', 'etag'];

/** What to keep of an answer. Leaves its body readable. */
export async function keepAnswer(response: Response): Promise<KeptAnswer> {
  const text = await response.clone().text();
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)),
    body: text === '' ? null : text,
  };
}

/** The kept answer, marked as a replay. */
export const replay = ({ status, headers, body }: KeptAnswer): Response =>
  new Response(body, { status, headers: [...headers, ['Idempotency-Replayed', 'true']] });

/** @param id of the key's row, which the sealed body is bound to */
export const sealAnswer = (
  keys: CryptoKeys,
  districtId: DistrictId,
  id: string,
  { status, headers, body }: KeptAnswer,
): SealedAnswer => ({
  id,
  status,
  headers: JSON.stringify(headers),
  body: body === null ? null : seal(keys, keptBodyPlace(districtId, id), body).toString('base64'),
});

/** The opposite of `sealAnswer`. @throws if the body was sealed for another row or district */
export const openAnswer = (keys: CryptoKeys, districtId: DistrictId, sealed: SealedAnswer): KeptAnswer => ({
  status: sealed.status,
  headers: JSON.parse(sealed.headers),
  body:
    sealed.body === null
      ? null
      : open(keys, keptBodyPlace(districtId, sealed.id), Buffer.from(sealed.body, 'base64')),
});

/** Where the body of a kept answer is sealed for. */
export const keptBodyPlace = (districtId: DistrictId, rowId: string): Place => ({
  table: 'idempotency_key',
  column: 'body',
  districtId,
  rowId,
});
