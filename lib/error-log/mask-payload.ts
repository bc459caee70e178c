import { mediaType } from '../http/media-type.ts';
import { maskJson } from './mask-json.ts';
import { maskRuns } from './mask-text.ts';

/** Of a body that can't be read this much is kept. */
export const KEPT_BYTES = 16 * 1024;
/** Masked beyond the cut, so that no SSN is cut in half and missed. */
const MARGIN = 256;

/**
 * A request's body as the error log stores it (ERR-3), null when there was none.
 *
 * @param body.readable whether it was read as JSON; what was not looked at is tried here if it is small
 */
export function maskPayload(body: {
  bytes: Uint8Array;
  whole: boolean;
  readable: boolean;
  contentType: string | null;
}): string | null {
  const { bytes, whole, readable, contentType } = body;
  if (bytes.length === 0) return null;
  if (readable || (whole && bytes.length <= KEPT_BYTES && isJson(bytes)))
    return storable(maskJson(decode(bytes)));
  const cut = bytes.length > KEPT_BYTES;
  const text = decode(bytes.subarray(0, KEPT_BYTES + MARGIN));
  const masked = maskRuns(mediaType(contentType).type === FORM ? maskForm(text) : text);
  return storable(cut || !whole ? `${masked.slice(0, KEPT_BYTES)}…` : masked);
}

export const FORM = 'application/x-www-form-urlencoded';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Names stay, and every value that is no secret. */
const maskForm = (text: string): string =>
  text.replace(/(^|&)([^=&]*(?:secret|password|assertion|token(?!_type))[^=&]*=)[^&]*/gi, '$1$2***');

/** Postgres' text holds no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '␀');
