import type { ErrorEntry } from './schema.ts';

const VALUE = '…';
const OWN_SEGMENTS = new Set(['sync', 'search']);

/**
 * What an admin sends the vendor about an entry: the cause, the fields, the request id, and a curl with the shape of the
 * call. No value that HR sent is in it: neither messages nor hints, which quote values, nor a staff number.
 * @param origin where this Campus is, such as https://campus.example.org
 */
export function vendorText(entry: ErrorEntry, origin: string): string {
  const path = withoutValues(entry.path);
  const fields = new Set(entry.errors.map(({ pointer, code }) => `- ${code} at ${shapeOf(pointer)}`));
  return [
    `Campus answered ${entry.action} ${path} with ${entry.status} on ${entry.occurredAt}.`,
    entry.requestId && `Request ID: ${entry.requestId}`,
    entry.client && `Client: ${entry.client}`,
    fields.size > 0 && ['What is wrong:', ...fields].join('\n'),
    entry.path.startsWith('/') && ['The call, without data:', curl(entry, origin + path)].join('\n'),
  ]
    .filter(Boolean)
    .join('\n');
}

/** `/staffMembers/10058?search=Murphy` becomes `/staffMembers/{staffNumber}?search=…`. */
function withoutValues(path: string): string {
  const [place = '', query] = path.split('?');
  const named = place.replace(/(\/staffMembers\/)([^/]+)/, (whole, before: string, segment: string) =>
    OWN_SEGMENTS.has(segment) ? whole : `${before}{staffNumber}`,
  );
  if (query === undefined) return named;
  const names = query.split('&').map((part) => `${part.split('=')[0]}=${VALUE}`);
  return `${named}?${names.join('&')}`;
}

/** A property's name is the vendor's own; one with digits may be a value in the wrong place. */
const shapeOf = (pointer: string): string =>
  pointer
    ? pointer
        .split('/')
        .map((part) => (/^\d{1,6}$/.test(part) || !/\d/.test(part) ? part : VALUE))
        .join('/')
    : 'the whole body';

function curl({ action, payload }: ErrorEntry, url: string): string {
  const body = payload === null ? undefined : shape(payload);
  return [
    `curl -X ${action} '${url.replaceAll("'", '')}' -H "Authorization: Bearer $TOKEN"`,
    body && `-H 'Content-Type: application/json' -d '${body.replaceAll("'", '’')}'`,
  ]
    .filter(Boolean)
    .join(' \\\n  ');
}

/** Undefined for a payload that is not JSON, or is cut. */
function shape(payload: string): string | undefined {
  try {
    return JSON.stringify(emptied(JSON.parse(payload)), null, 1);
  } catch {
    return undefined;
  }
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptied);
  if (value === null || typeof value !== 'object') return value === null ? null : VALUE;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [/\d/.test(name) ? VALUE : name, emptied(inner)]),
  );
}
