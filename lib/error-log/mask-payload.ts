import { maskText } from '../../db/mask/mask-text.ts';

/** Of a body that can't be read this much is kept. */
export const KEPT_BYTES = 16 * 1024;
/** Of JSON this much is kept: a hundred staff members. */
export const KEPT_JSON_BYTES = 256 * 1024;
/** Masked beyond the cut, so that no SSN is cut in half and missed. */
const MARGIN = 256;

/**
 * A request's body as the error log stores it (ERR-3), null when there was none.
 *
 * @param body.readable whether it was read as JSON
 */
export function maskPayload(body: { bytes: Uint8Array; whole: boolean; readable: boolean }): string | null {
  const { bytes, whole, readable } = body;
  if (bytes.length === 0) return null;
  const kept = readable ? KEPT_JSON_BYTES : KEPT_BYTES;
  const isCut = bytes.length > kept;
  const masked = maskText(new TextDecoder().decode(bytes.subarray(0, kept + MARGIN)));
  return storable(isCut || !whole ? `${masked.slice(0, kept)}…` : masked);
}

/** Postgres' text holds no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '␀');
