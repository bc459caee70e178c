/** Chance that is the same for the same seed, on every machine (mulberry32). Not for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Another one of the list than `current`. */
  other<T>(list: readonly T[], current: T): T {
    for (;;) {
      const found = this.pick(list);
      if (found !== current) return found;
    }
  }

  /** `YYYY-MM-DD` within these years. */
  date(fromYear: number, toYear: number): string {
    const two = (value: number) => String(value).padStart(2, '0');
    return `${this.int(fromYear, toYear)}-${two(this.int(1, 12))}-${two(this.int(1, 28))}`;
  }

  phone(): string {
    return `(${this.int(201, 989)})${this.int(200, 999)}-${String(this.int(0, 9999)).padStart(4, '0')}`;
  }
}
