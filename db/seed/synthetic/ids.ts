const KINDS = [
  'person',
  'identity',
  'employment',
  'position',
  'address',
  'household',
  'member',
  'location',
  'section',
  'sectionStaff',
  'enrollment',
  'guardianship',
  'code',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Ids that are the same each time, in the order they are made, as UUID v7 would be: `n` counts within its kind. Other
 * districts may have the same ones, which is why a key is always district and id. Like every id of ours they have a letter:
 * digits alone would be masked (db/mask).
 */
export const idOf = (kind: Kind, n: number): string =>
  `0193abcd-0000-7${hex(KINDS.indexOf(kind), 3)}-8000-${hex(n, 12)}`;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The next id of each kind. */
export class Ids {
  readonly #made = new Map<Kind, number>();

  next(kind: Kind): string {
    const n = this.#made.get(kind) ?? 0;
    this.#made.set(kind, n + 1);
    return idOf(kind, n);
  }

  made(kind: Kind): number {
    return this.#made.get(kind) ?? 0;
  }
}
