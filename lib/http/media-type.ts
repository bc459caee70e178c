import { UnsupportedMedia } from './refusals.ts';
import { HTTP_TEXTS } from './texts.ts';

/** @throws UnsupportedMedia if the headers say that the body is not JSON, not UTF-8, or compressed */
export function assertJson(headers: Headers): void {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase();
  if (encoding && encoding !== 'identity')
    throw new UnsupportedMedia(HTTP_TEXTS.encodingUnknown(encoding, HTTP_TEXTS.sendUncompressed()));
  const { type, charset } = mediaType(headers.get('content-type'));
  if (type !== 'application/json') throw new UnsupportedMedia(HTTP_TEXTS.notJson());
  if (charset && charset !== 'utf-8' && charset !== 'utf8')
    throw new UnsupportedMedia(HTTP_TEXTS.charsetUnknown(charset));
}

/** A Content-Type's parts in lower case; its type is `''` when there is none. */
export function mediaType(header: string | null): { type: string; charset: string | undefined } {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replace(/^"(.*)"$/, '$1');
  return { type: type.trim(), charset };
}
