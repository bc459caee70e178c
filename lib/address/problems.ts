import type { ErrorCode } from '../codes/code.ts';
import type { GivenAddress } from './components.ts';

export interface AddressProblem {
  /** The property at fault, relative to the address. */
  field: string;
  code: ErrorCode;
  message: string;
  hint?: string;
}

const STREET_PARTS = ['prefix', 'street', 'tag', 'direction', 'apt'] as const;
const LINE_EXCLUDES = ['number', ...STREET_PARTS, 'locationCode', 'tract', 'block'] as const;

/** Everything that keeps a given address from being stored: ADR-1, ADR-2 and the required parts of API.md; [] is sound. */
export function addressProblems(given: GivenAddress): AddressProblem[] {
  return [...formProblems(given), ...boxProblems(given), ...requiredProblems(given), ...zipProblems(given)];
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
      message: `An address is given by components or by fullStreetAddress, not both; also given: ${names.join(', ')}.`,
      hint: 'Send fullStreetAddress with city, state, zip and county only, or leave fullStreetAddress out.',
    },
  ];
}

/** ADR-2: a PO box has a number and no street part. */
function boxProblems(given: GivenAddress): AddressProblem[] {
  if (!given.postOfficeBox || !isBlank(given.fullStreetAddress)) return [];
  const problems: AddressProblem[] = STREET_PARTS.filter((part) => !isBlank(given[part])).map((part) => ({
    field: part,
    code: 'poBoxStreetPart',
    message: `A PO box has no ${part}, only its number with city, state, zip and county.`,
    hint: 'Leave the street parts out, or send postOfficeBox as false.',
  }));
  if (isBlank(given.number)) {
    problems.push({
      field: 'number',
      code: 'poBoxNumberMissing',
      message: 'A PO box needs its number.',
      hint: 'Send the box as number, such as "54".',
    });
  }
  return problems;
}

function requiredProblems(given: GivenAddress): AddressProblem[] {
  const problems: AddressProblem[] = (['city', 'state'] as const)
    .filter((part) => isBlank(given[part]))
    .map((part) => ({ field: part, code: 'required', message: `An address needs its ${part}.` }));
  const located =
    given.postOfficeBox || [given.fullStreetAddress, given.number, given.street].some((v) => !isBlank(v));
  if (!located) {
    problems.push({
      field: 'street',
      code: 'required',
      message: 'An address needs a number, a street, a PO box or fullStreetAddress.',
    });
  }
  return problems;
}

function zipProblems(given: GivenAddress): AddressProblem[] {
  if (isBlank(given.zip) || /^\d{5}(?:-?\d{4})?$/.test(String(given.zip).trim())) return [];
  return [
    {
      field: 'zip',
      code: 'zipFormat',
      message: 'A zip is 5 digits or ZIP+4.',
      hint: 'Send "55123" or "55123-1234", as a string so that a leading zero stays.',
    },
  ];
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || String(value).trim() === '';
}
