const MAX_NAME_CHARS = 200;

/** A property name as messages and pointers quote it: a client may send one of megabytes. */
export const clip = (name: string): string =>
  name.length > MAX_NAME_CHARS ? `${name.slice(0, MAX_NAME_CHARS).toWellFormed()}…` : name;

/** A JSON pointer (RFC 6901) to a place in a body: `/positions/0/schoolNumber`, `''` for the whole of it. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${clip(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
