import { mediaType } from '../http/media-type.ts';
import { asUtf8 } from '../text/as-utf8.ts';
import { maskPayload } from './mask-payload.ts';

/** What is kept of a body that was not read as JSON: its beginning as text, whatever its encoding, masked (ERR-3). */
export function unreadPayload(
  { bytes, whole }: { bytes: Uint8Array; whole: boolean },
  contentType: string | null,
): string | null {
  const text = asUtf8(bytes, mediaType(contentType).charset);
  return maskPayload({ bytes: text, whole, readable: false });
}
