import type { GivenAddress } from '../../lib/address/components.ts';
import { readAddress } from '../../lib/address/read-address.ts';
import type { Rows } from '../../lib/change/change.ts';

type AddressRow = Rows['address'] & { id: string };

/** Each address of a district once, however it is spelled (ADR-3). */
export class AddressBook {
  readonly #ids = new Map<string, string>();
  readonly #newId: () => string;
  #added: AddressRow[] = [];

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** The address's id; it is among the added ones if it was not known. */
  idOf(given: GivenAddress): string {
    const { address, matchKeys } = readAddress(given);
    const known = matchKeys.map((key) => this.#ids.get(key)).find((id) => id !== undefined);
    if (known !== undefined) return known;
    const id = this.#newId();
    const matchKey = matchKeys[matchKeys.length - 1] as string;
    this.#ids.set(matchKey, id);
    this.#added.push({ ...address, id, matchKey });
    return id;
  }

  /** Those added since the last call. */
  take(): AddressRow[] {
    const added = this.#added;
    this.#added = [];
    return added;
  }
}
