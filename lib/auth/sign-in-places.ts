/** A password takes 50 ms of a processor and 19 MiB to check: more at a time would keep every page waiting. */
const PLACES = 48;
/** A school's network has one address, and its staff begin work at the same minute. */
const PLACES_OF_ADDRESS = 16;

/** The sign-ins that a web process works on. One that finds no place is refused before anything is read or stored. */
export class SignInPlaces {
  readonly #limits: { all: number; ofAddress: number };
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(limits = { all: PLACES, ofAddress: PLACES_OF_ADDRESS }) {
    this.#limits = limits;
  }

  /** @returns gives the place back; undefined if there is none for this network address */
  take(address: string): (() => void) | undefined {
    const own = this.#taken.get(address) ?? 0;
    if (own >= this.#limits.ofAddress || this.#all >= this.#limits.all) return undefined;
    this.#taken.set(address, own + 1);
    this.#all += 1;
    let given = false;
    return () => {
      if (!given) this.#giveBack(address);
      given = true;
    };
  }

  #giveBack(address: string): void {
    const left = (this.#taken.get(address) ?? 1) - 1;
    if (left > 0) this.#taken.set(address, left);
    else this.#taken.delete(address);
    this.#all -= 1;
  }
}
