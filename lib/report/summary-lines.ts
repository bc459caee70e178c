import { count, counted } from '../text/numbers.ts';
import type { Summary, ValidationReport } from './schema.ts';

type Figure = keyof Omit<Summary['demographics'], 'people'>;

/** VAL-1: the guide's labels by field. */
export const FIELD_FIGURES: [Figure, string][] = [
  ['ssn', 'SSN'],
  ['staffNumber', 'Staff Number'],
  ['name', 'Name'],
  ['gender', 'Gender'],
  ['personalEmail', 'Personal Email'],
  ['workEmail', 'Work Email'],
  ['cellPhone', 'Cell'],
  ['otherPhone', 'Other Phone'],
  ['workPhone', 'Work Phone'],
  ['birthDate', 'Birth Date'],
];

/** With the names that differ only by a middle initial, which are also counted separately (ID-6). */
export const DEMOGRAPHIC_FIGURES: [Figure, string][] = FIELD_FIGURES.flatMap((figure) =>
  figure[0] === 'name' ? [figure, ['middleInitial', 'Middle Initial Only']] : [figure],
);

/** Every figure under the guide's label, zeros too, as a report on paper lists them (VAL-1). */
export const summaryLines = ({
  summary: figures,
  erased,
}: Pick<ValidationReport, 'summary' | 'erased'>): [string, string][] => [
  ['Demographic differences', counted(figures.demographics.people, 'person', 'people')],
  ...DEMOGRAPHIC_FIGURES.map(([field, label]): [string, string] => [
    `– ${label}`,
    count(figures.demographics[field]),
  ]),
  ['Values erased', counted(erased, 'person', 'people')],
  ['District Employment differences', count(figures.employments)],
  ['District Assignment differences', count(figures.assignments)],
  ['Address differences', count(figures.addresses)],
  ['HR staff NOT in Campus', count(figures.hrNotInCampus)],
  ['Campus staff NOT in HR', count(figures.campusNotInHr)],
  [
    'Campus staff with duplicate staff numbers',
    `${counted(figures.duplicateStaffNumbers.people, 'person', 'people')} with ${counted(figures.duplicateStaffNumbers.numbers, 'number', 'numbers')}`,
  ],
];
