/**
 * Reads `application/x-www-form-urlencoded`, which queries are too: its pairs in the order sent. Undefined when an
 * escape is no UTF-8 or encodes NUL, which URLSearchParams accepts.
 *
 * @param decode how a value is decoded, if not as `decodeFormValue` does
 */
export function readForm(
  text: string,
  decode: (value: string, name: string) => string | undefined = decodeFormValue,
): [name: string, value: string][] | undefined {
  const pairs: [string, string][] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodeFormValue(equals < 0 ? part : part.slice(0, equals));
    if (name === undefined) return undefined;
    const value = decode(equals < 0 ? '' : part.slice(equals + 1), name);
    if (value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

/** One name or value. Undefined when an escape is no UTF-8 or encodes NUL. */
export function decodeFormValue(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The names that occur more than once. */
export function twice(pairs: readonly [name: string, value: string][]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name] of pairs) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated];
}
