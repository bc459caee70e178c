import { formatStreetLine } from '../../address/format.ts';
import type { EmploymentRecord, PositionRecord, StaffRecord } from '../../record/record.ts';
import { addressParts } from './address-parts.ts';

/** More of one kind are counted, so that a reason stays readable. */
const MAX_NAMED = 10;

/** What a new person brings along, in words, for their entry (SYNC-11). */
export const broughtBy = ({ employments = [], positions = [], household }: StaffRecord): string[] => [
  ...named(employments.map(employment), 'employments'),
  ...named(positions.map(position), 'positions'),
  ...named(
    (household?.householdLocations ?? []).map(({ address }) =>
      ['address', `${formatStreetLine(address)},`, address.city, address.state, address.zip]
        .filter(Boolean)
        .join(' '),
    ),
    'addresses',
  ),
];

/** The same as rows, for the card of a new person. */
export const broughtRows = ({ employments = [], positions = [], household }: StaffRecord) => ({
  employments,
  positions,
  addresses: (household?.householdLocations ?? []).map(({ address }) => addressParts(address)),
});

function named(texts: string[], plural: string): string[] {
  const more = texts.length - MAX_NAMED;
  return more > 0 ? [...texts.slice(0, MAX_NAMED), `${more} more ${plural}`] : texts;
}

const employment = ({ hireDate, terminationDate }: EmploymentRecord): string =>
  `employment ${period(hireDate, terminationDate)}`;

function position({ schoolNumber, titleCode, titleDescription, assignmentCode, ...dates }: PositionRecord) {
  const title = titleCode && `title ${titleCode}${titleDescription ? ` "${titleDescription}"` : ''}`;
  const codes = [title, assignmentCode && `assignment code ${assignmentCode}`].filter(Boolean).join(', ');
  return `position at school ${schoolNumber}, ${codes}, ${period(dates.startDate, dates.endDate)}`;
}

const period = (from: string, to: string | null): string => (to ? `from ${from} to ${to}` : `from ${from}`);
