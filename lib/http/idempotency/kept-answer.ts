import type { DistrictId } from '../../../db/district-id.ts';
import { open, type Place, seal } from '../../crypto/envelope.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';

/** An answer as it went out. */
export interface KeptAnswer {
  status: number;
  headers: [string, string][];
  body: string | null;
}

/** The same as it is stored: an answer holds people's data. */
export interface SealedAnswer {
  id: string;
  status: number;
  headers: string;
  body: string | null;
}

/** What a status and a body do not say by themselves. */
const KEPT_HEADERS = ['content-type', 'location', 'etag'];

export async function keepAnswer(response: Response): Promise<KeptAnswer> {
  const text = await response.clone().text();
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)),
    body: text === '' ? null : text,
  };
}

export const replay = ({ status, headers, body }: KeptAnswer): Response =>
  new Response(body, { status, headers: [...headers, ['Idempotency-Replayed', 'true']] });

export const sealAnswer = (
  keys: CryptoKeys,
  districtId: DistrictId,
  id: string,
  { status, headers, body }: KeptAnswer,
): SealedAnswer => ({
  id,
  status,
  headers: JSON.stringify(headers),
  body: body === null ? null : seal(keys, placeOf(districtId, id), body).toString('base64'),
});

export const openAnswer = (keys: CryptoKeys, districtId: DistrictId, sealed: SealedAnswer): KeptAnswer => ({
  status: sealed.status,
  headers: JSON.parse(sealed.headers),
  body:
    sealed.body === null
      ? null
      : open(keys, placeOf(districtId, sealed.id), Buffer.from(sealed.body, 'base64')),
});

const placeOf = (districtId: DistrictId, rowId: string): Place => ({
  table: 'idempotency_key',
  column: 'body',
  districtId,
  rowId,
});
