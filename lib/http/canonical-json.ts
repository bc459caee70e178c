import { createHash, type Hash } from 'node:crypto';
import { Breather } from '../concurrency/breather.ts';

/**
 * One text for a JSON value, however it was written: members sorted by name, no blanks, no escapes that are not needed,
 * `1.0` as `1`. Two values that `parseJson` reads have the same text only if they are the same value. Costs
 * twice as much as reading the value: 1.7 s for 12 MB.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  // JSON.stringify would write 1e999 as null. No text that is read holds NUL.
  if (typeof value === 'number' && !Number.isFinite(value)) return `\0${value}`;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const object = value as Record<string, unknown>;
  // fromEntries, because an assignment to `__proto__` makes no member.
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((name) => [name, sorted(object[name])]),
  );
}

/**
 * SHA-256 of the canonical JSON of a body, made item by item with other calls between. A call without a body has the
 * digest of an empty text.
 */
export async function canonicalDigest(value: unknown): Promise<Buffer> {
  const hash = createHash('sha256');
  if (value !== undefined) await hashPieces(value, hash, { levels: 2, breather: new Breather() });
  return hash.digest();
}

async function hashPieces(
  value: unknown,
  hash: Hash,
  { levels, breather }: { levels: number; breather: Breather },
): Promise<void> {
  await breather.breathe();
  if (levels === 0 || typeof value !== 'object' || value === null)
    return void hash.update(canonicalJson(value));
  const inner = { levels: levels - 1, breather };
  const isList = Array.isArray(value);
  hash.update(isList ? '[' : '{');
  const names = isList ? value.keys() : Object.keys(value).sort().values();
  let first = true;
  for (const name of names) {
    hash.update(`${first ? '' : ','}${isList ? '' : `${JSON.stringify(name)}:`}`);
    first = false;
    await hashPieces((value as Record<string | number, unknown>)[name], hash, inner);
  }
  hash.update(isList ? ']' : '}');
}
