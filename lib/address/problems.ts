import type { ErrorCode } from '../codes/code.ts';
import type { GivenAddress } from './components.ts';
import { parseDeliveryRoute } from './delivery-route.ts';
import { isState, likelyState } from './last-line.ts';
import { deliveryTokens } from './parse.ts';
import { boxNumberWithoutWords, partBesideBox } from './post-office-box.ts';
import { ADDRESS_TEXTS } from './texts.ts';

export interface AddressProblem {
  /** The property at fault, relative to the address. */
  field: string;
  code: ErrorCode;
  message: string;
  hint?: string;
}

const STREET_PARTS = ['prefix', 'street', 'tag', 'direction', 'apt'] as const;
const BOX_EXCLUDES = [...STREET_PARTS, 'locationCode', 'tract', 'block'] as const;
const LINE_EXCLUDES = ['number', ...BOX_EXCLUDES] as const;

/** Everything that keeps a given address from being stored: ADR-1, ADR-2 and the required parts of API.md; [] is sound. */
export function addressProblems(given: GivenAddress): AddressProblem[] {
  return [
    ...formProblems(given),
    ...boxProblems(given),
    ...besideBoxProblems(given),
    ...requiredProblems(given),
    ...stateProblems(given),
    ...zipProblems(given),
  ];
}

/** ADR-1: components or one line, "an error is returned if both are specified". */
function formProblems(given: GivenAddress): AddressProblem[] {
  if (isBlank(given.fullStreetAddress)) return [];
  const both = LINE_EXCLUDES.filter((part) => !isBlank(given[part]));
  const names = given.postOfficeBox ? ['postOfficeBox', ...both] : both;
  if (names.length === 0) return [];
  return [
    {
      field: 'fullStreetAddress',
      code: 'addressBothForms',
      ...ADDRESS_TEXTS.bothForms(names),
    },
  ];
}

/** ADR-2: a PO box has a number and no other part. */
function boxProblems(given: GivenAddress): AddressProblem[] {
  if (!given.postOfficeBox || !isBlank(given.fullStreetAddress)) return [];
  const problems: AddressProblem[] = BOX_EXCLUDES.filter((part) => !isBlank(given[part])).map((part) => ({
    field: part,
    code: 'poBoxStreetPart',
    ...ADDRESS_TEXTS.boxHasPart(part),
  }));
  if (isBlank(given.number)) {
    problems.push({
      field: 'number',
      code: 'poBoxNumberMissing',
      ...ADDRESS_TEXTS.boxWithoutNumber(),
    });
  }
  return problems;
}

/** A line or a number is parsed for it only when one of these words may make it a box. */
const MAY_BE_BOX = /b[ou]?x|buz|\bp\W?\s?[o0]|post|drawer|call|apartado|bin|dept|department/i;

/** ADR-2: "PO Box 88 Apt 3", in one line or in the number, has another part besides the box. */
function besideBoxProblems(given: GivenAddress): AddressProblem[] {
  const isLine = !isBlank(given.fullStreetAddress);
  const text = String((isLine ? given.fullStreetAddress : given.number) ?? '');
  const isBox = !isLine && given.postOfficeBox;
  if (!isBox && !MAY_BE_BOX.test(text)) return [];
  const named = isBox && boxNumberWithoutWords(text) === null ? `PO Box ${text}` : text;
  const tokens = deliveryTokens({ ...textsOf(given), fullStreetAddress: named });
  const part = parseDeliveryRoute(tokens) ? null : partBesideBox(tokens);
  if (part === null) return [];
  return [
    {
      field: isLine ? 'fullStreetAddress' : 'number',
      code: 'poBoxStreetPart',
      ...ADDRESS_TEXTS.textBesideBox(part),
    },
  ];
}

/** City, state and zip, if they are texts. */
function textsOf({ city, state, zip }: GivenAddress) {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { city: text(city), state: text(state), zip: text(zip) };
}

function requiredProblems(given: GivenAddress): AddressProblem[] {
  const problems: AddressProblem[] = (['city', 'state'] as const)
    .filter((part) => isBlank(given[part]))
    .map((part) => ({ field: part, code: 'required', ...ADDRESS_TEXTS.partMissing(part) }));
  const located =
    given.postOfficeBox || [given.fullStreetAddress, given.number, given.street].some((v) => !isBlank(v));
  if (!located) {
    problems.push({
      field: 'street',
      code: 'required',
      ...ADDRESS_TEXTS.placeMissing(),
    });
  }
  return problems;
}

/** A state is a name or code of the list; another is an error with a hint, never a guess. */
function stateProblems({ state }: GivenAddress): AddressProblem[] {
  if (isBlank(state) || isState(String(state))) return [];
  return [
    {
      field: 'state',
      code: 'unknownState',
      ...ADDRESS_TEXTS.stateUnknown(String(state), likelyState(String(state))),
    },
  ];
}

function zipProblems(given: GivenAddress): AddressProblem[] {
  if (isBlank(given.zip) || /^\d{5}(?:-?\d{4})?$/.test(String(given.zip).trim())) return [];
  return [
    {
      field: 'zip',
      code: 'zipFormat',
      ...ADDRESS_TEXTS.notAZip(),
    },
  ];
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === '';
}
