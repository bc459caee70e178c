/** Of every planted secret; nothing else has it. */
const MARK = 'Pl4ntedS3cret';
const MARKED = /pl4nteds3cret[-\w]*/gi;

/** Values that must never lie about in clear: SSNs of a reserved-looking range, secrets with a mark, and made ones. */
export class Planted {
  readonly #ssns = new Set<string>();
  readonly #made = new Set<string>();
  #next = 0;

  /** A new SSN, without dashes. */
  ssn(): string {
    this.#next += 1;
    const ssn = String(741_000_000 + ((this.#next * 7_919) % 999_983));
    this.#ssns.add(ssn);
    return ssn;
  }

  /** A new secret or password of 20 characters or more. */
  secret(): string {
    this.#next += 1;
    return `${MARK}-${this.#next}-abcdef`;
  }

  /** One that the product made. */
  made(secret: string): string {
    this.#made.add(secret);
    return secret;
  }

  get count(): number {
    return this.#next + this.#made.size;
  }

  /** The forms in which it would be readable in a text: as it is, with dashes, or as the bytes of a `bytea`. */
  in(text: string): string[] {
    const found = this.#plainIn(text);
    for (const [, hex = ''] of text.matchAll(/\\x((?:[0-9a-f]{2})+)/g))
      found.push(...this.#plainIn(Buffer.from(hex, 'hex').toString('latin1')));
    return found;
  }

  #plainIn(text: string): string[] {
    const found: string[] = [];
    for (const [written] of text.matchAll(/\d{3}[- ]?\d{2}[- ]?\d{4}/g))
      if (this.#ssns.has(written.replace(/[- ]/g, ''))) found.push(written);
    // In any case: usernames are kept in lower case.
    for (const [written] of text.matchAll(MARKED)) found.push(written);
    for (const one of this.#made) if (text.includes(one)) found.push(one);
    return found;
  }
}

export const dashed = (ssn: string): string => `${ssn.slice(0, 3)}-${ssn.slice(3, 5)}-${ssn.slice(5)}`;
