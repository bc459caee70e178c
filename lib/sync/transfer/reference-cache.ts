import type { ReferenceValues } from '../../change/campus-state.ts';
import { type Codes, codesOf, lookUpCodes } from '../../change/load/reference-values.ts';
import type { Context } from '../../context.ts';
import type { CodesSent } from '../../record/codes-sent.ts';

const KINDS = ['schools', 'genders', 'assignmentCodes', 'titles'] as const;

/** A call that names more codes than any district has empties the cache: memory is shared by all calls. */
const MAX_CODES = 20_000;

/** The reference values that a call's records name: each code is looked up once a call, with the batch that names it first. */
export class ReferenceCache {
  readonly #ctx: Context;
  #asked = emptyCodes();
  #values: ReferenceValues = emptyValues();

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  async lookUp(records: readonly CodesSent[]): Promise<ReferenceValues> {
    const named = codesOf(records);
    if (KINDS.some((kind) => this.#asked[kind].size > MAX_CODES)) {
      this.#asked = emptyCodes();
      this.#values = emptyValues();
    }
    const fresh = emptyCodes();
    for (const kind of KINDS)
      for (const code of named[kind])
        if (!this.#asked[kind].has(code)) {
          fresh[kind].add(code);
          this.#asked[kind].add(code);
        }
    if (KINDS.every((kind) => fresh[kind].size === 0)) return this.#values;
    const found = await this.#ctx.db.aside.inDistrict(this.#ctx.district.id, (tx) => lookUpCodes(tx, fresh));
    for (const kind of KINDS) this.#keep(kind, found[kind]);
    this.#values.offered = { ...this.#values.offered, ...found.offered };
    return this.#values;
  }

  #keep<K extends (typeof KINDS)[number]>(kind: K, found: ReferenceValues[K]): void {
    const kept = this.#values[kind] as Map<string, unknown>;
    for (const [code, value] of found) kept.set(code, value);
  }
}

const emptyCodes = (): { [kind in keyof Codes]: Set<string> } => ({
  schools: new Set(),
  genders: new Set(),
  assignmentCodes: new Set(),
  titles: new Set(),
});

const emptyValues = (): ReferenceValues => ({
  schools: new Map(),
  genders: new Map(),
  assignmentCodes: new Map(),
  titles: new Map(),
});
