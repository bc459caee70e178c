/** One delivery address by its parts, as Campus stores it (ADR-1). What is absent is null, never an empty string. */
export interface AddressComponents {
  /** true: `number` is the box, and no street part is set (ADR-2). */
  postOfficeBox: boolean;
  /** House number as written, with fraction, hyphen or letter ("123 1/2", "112-10"); the box of a PO box or rural route. */
  number: string | null;
  /** Compass point before the name: N, S, E, W, NE, NW, SE, SW. */
  prefix: string | null;
  street: string | null;
  /** Street suffix ("Ave"). */
  tag: string | null;
  /** Compass point after the tag. */
  direction: string | null;
  /** Secondary unit; a plain apartment is its number alone ("45"), any other carries its designator ("Bldg 2"). */
  apt: string | null;
  city: string | null;
  /** USPS two-letter code. */
  state: string | null;
  /** Five digits, or ZIP+4 with a hyphen. */
  zip: string | null;
  county: string | null;
  locationCode: string | null;
  tract: string | null;
  block: string | null;
}

/** An address as HR sends it: by components or as one line with city, state, zip and county; both is a problem (ADR-1). */
export type GivenAddress = Partial<AddressComponents> & { fullStreetAddress?: string | null };

/** The parts an address starts from. */
export const NO_ADDRESS: Readonly<AddressComponents> = Object.freeze({
  postOfficeBox: false,
  number: null,
  prefix: null,
  street: null,
  tag: null,
  direction: null,
  apt: null,
  city: null,
  state: null,
  zip: null,
  county: null,
  locationCode: null,
  tract: null,
  block: null,
});

/** A delivery line with what else of the address is known. */
export interface AddressLine {
  fullStreetAddress: string;
  city?: string | null;
  state?: string | null;
  zip?: string | null;
  county?: string | null;
}
