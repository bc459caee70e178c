import type { GivenAddress } from '../address/components.ts';
import { addressProblems } from '../address/problems.ts';
import type { FieldError } from '../failure.ts';
import { legible } from '../text/legible.ts';
import { RECORD_TEXTS } from './texts.ts';

/*
 * Rules that span several properties of one object. They judge the JSON as sent, whatever else is wrong with it, so
 * that all errors of a record come together (STAFF-8).
 */

/** Of a whole staff member. */
export function staffMemberCrossErrors(json: unknown): FieldError[] {
  const positions = listIn(json, 'positions').flatMap((position, index) =>
    positionCrossErrors(position, `/positions/${index}`),
  );
  const locations = listIn(propertyOf(json, 'household'), 'householdLocations').flatMap((location, index) =>
    addressCrossErrors(propertyOf(location, 'address'), `/household/householdLocations/${index}/address`),
  );
  return positions.length + locations.length === 0 ? NONE : [...positions, ...locations];
}

/** POS-2: "a titleCode or assignmentCode". `at` is the position's own pointer. */
export function positionCrossErrors(position: unknown, at: string): FieldError[] {
  if (!isObject(position) || isGiven(position.titleCode) || isGiven(position.assignmentCode)) return NONE;
  return [
    {
      pointer: `${at}/titleCode`,
      code: 'required',
      ...RECORD_TEXTS.positionWithoutCode(),
    },
  ];
}

/** ADR-1, ADR-2 and what an address needs. */
function addressCrossErrors(address: unknown, at: string): FieldError[] {
  if (!isObject(address)) return NONE;
  const problems = addressProblems(given(address));
  if (problems.length === 0) return NONE;
  return problems.map(({ field, ...problem }) => ({ pointer: `${at}/${field}`, ...problem }));
}

/** The schema reports a value of a wrong type; here it only counts as given. */
function given(address: Record<string, unknown>): GivenAddress {
  const texts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(address))
    texts[name] = typeof value === 'string' ? legible(value) : isPresentObject(value) ? 'given' : value;
  return { ...texts, postOfficeBox: address.postOfficeBox === true } as GivenAddress;
}

/** A longer list is an error as a whole. */
const MAX_LIST_ITEMS = 1_000;
const NONE: FieldError[] = [];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPresentObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isGiven = (value: unknown): boolean =>
  typeof value === 'string' ? legible(value) !== '' : value !== undefined && value !== null;
const propertyOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

function listIn(value: unknown, name: string): unknown[] {
  const list = propertyOf(value, name);
  return Array.isArray(list) ? list.slice(0, MAX_LIST_ITEMS) : [];
}
