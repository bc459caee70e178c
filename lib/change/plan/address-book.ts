import type { AddressComponents } from '../../address/components.ts';
import type { LocationRecord } from '../../record/record.ts';
import type { Stored } from '../campus-state.ts';
import type { ChangeOfKind, Rows } from '../change.ts';
import { WHY } from './texts.ts';

/** Details of an address that take no part in its match: they fill what is empty (ADR-3). */
const DETAILS = ['county', 'locationCode', 'tract', 'block'] as const;
type AddressChange = ChangeOfKind<'address insert' | 'address update'>;
export type AddressDetail = (typeof DETAILS)[number] | 'zip';

export interface ResolvedAddress {
  id: string;
  /** The address after the batch is written. */
  address: Rows['address'];
  /** Not in Campus when the batch was loaded: this batch creates it. */
  isNew: boolean;
  /** The creation, or what the details fill in. Null when the address stays as it is. */
  change: AddressChange | null;
  /** What HR says that Campus lacked when the batch was loaded. */
  filled: AddressDetail[];
  /** What HR says otherwise; Campus keeps its own. */
  differing: AddressDetail[];
}

/**
 * The addresses of one batch: each is created once, however many people move there (ADR-3, EX-3). Details of several
 * people add up: of several updates of one address the last holds all.
 */
export interface AddressBook {
  /** ADR-4: finds by each key in turn, else plans the address from its new parsing. */
  findOrPlan(location: Pick<LocationRecord, 'address' | 'matchKeys'>): ResolvedAddress;
}

export function addressBook(
  stored: ReadonlyMap<string, Stored<'address'>>,
  newId: () => string,
): AddressBook {
  const planned = new Map<string, Stored<'address'>>();
  return {
    findOrPlan({ address: sent, matchKeys }) {
      const key = matchKeys.find((candidate) => planned.has(candidate) || stored.has(candidate));
      if (key === undefined) return create(sent, matchKeys, newId, planned);

      // A merged address's key leads to the one that is kept, which has another.
      const known = stored.get(key);
      const found = planned.get(known?.matchKey ?? key) ?? (known as Stored<'address'>);
      const { id, ...before } = found;
      const { after, filled, differing } = compareDetails(before, sent);
      const original = stored.get(found.matchKey);
      if (filled.length > 0) planned.set(found.matchKey, { id, ...after });
      return {
        id,
        address: after,
        isNew: original === undefined,
        change: filled.length > 0 ? completeDetails(id, before, after, filled) : null,
        filled: original ? compareDetails(original, sent).filled : [],
        differing,
      };
    },
  };
}

function create(
  sent: AddressComponents,
  matchKeys: string[],
  newId: () => string,
  planned: Map<string, Stored<'address'>>,
): ResolvedAddress {
  const id = newId();
  const after = { ...sent, matchKey: matchKeys.at(-1) as string };
  planned.set(after.matchKey, { id, ...after });
  return {
    id,
    address: after,
    isNew: true,
    change: { table: 'address', op: 'insert', id, before: null, after, ...WHY.addressCreated() },
    filled: [],
    differing: [],
  };
}

function completeDetails(
  id: string,
  before: Rows['address'],
  after: Rows['address'],
  filled: AddressDetail[],
): AddressChange {
  return { table: 'address', op: 'update', id, before, after, ...WHY.addressCompleted(filled) };
}

/** An address with what another spelling of it adds to its details, and where the two differ (ADR-3). */
export function compareDetails(campus: Rows['address'], sent: AddressComponents) {
  const filled: AddressDetail[] = [];
  const differing: AddressDetail[] = [];
  const after = { ...campus };
  for (const detail of DETAILS) {
    if (sent[detail] === null || same(sent[detail], campus[detail])) continue;
    if (campus[detail]) differing.push(detail);
    else {
      after[detail] = sent[detail];
      filled.push(detail);
    }
  }
  const plusFour = zipPlusFour(sent.zip);
  if (plusFour && !zipPlusFour(campus.zip)) {
    after.zip = sent.zip;
    filled.push('zip');
  } else if (plusFour && plusFour !== zipPlusFour(campus.zip)) differing.push('zip');
  return { after, filled, differing };
}

const same = (a: string, b: string | null): boolean => a.toLowerCase() === b?.trim().toLowerCase();

/** The four digits after the first five, or undefined. The first five are part of the match. */
const zipPlusFour = (zip: string | null): string | undefined => zip?.replace(/\D/g, '').slice(5) || undefined;
