import type { Table } from '../../change/change.ts';
import { labelOfColumn } from '../../change/field-labels.ts';

const NAMES: Record<Table, string> = {
  person: 'Person',
  identity: 'Name',
  employment: 'District Employment',
  districtAssignment: 'District Assignment',
  household: 'Household',
  householdMember: 'Household member',
  householdLocation: 'Household location',
  address: 'Address',
  title: 'Title',
  enrollment: 'Enrollment',
  guardianship: 'Guardianship',
};

const OWN = {
  identity: 'a name',
  employment: 'an employment',
  districtAssignment: 'a position',
  householdMember: 'a household',
  enrollment: 'an enrollment',
  guardianship: 'a guardianship',
} as const satisfies Partial<Record<Table, string>>;

export type OwnTable = keyof typeof OWN;
export const OWN_TABLES = Object.keys(OWN) as OwnTable[];

const author = (by: string | undefined): string => (by ? `, by ${by}` : '');

/** Why an undo keeps something, and what it writes as the reason of its changes. */
export const UNDO_TEXTS = {
  kept: (table: Table, fields: readonly string[], why: string) =>
    `${NAMES[table]}${fields.length > 0 ? ` (${fields.map(labelOfColumn).join(', ')})` : ''} is kept. ${why}`,
  editedSince: (by: string | undefined) => `It was edited since then${author(by)}.`,
  removedSince: (by: string | undefined) => `It was removed since then${author(by)}.`,
  replaced: () => 'It was replaced since then.',
  sentAgain: () => 'HR has sent this person again since then, so HR’s fields stay read-only.',
  numberTaken: (number: string) => `Staff number ${number} now belongs to someone else.`,
  onlyCode: () => 'It is the only code that the position has.',
  personHas: (table: OwnTable) => `The person now has ${OWN[table]}.`,
  linked: (sections: readonly string[]) => `It is linked to ${sections.join(', ')}.`,
  sharedHousehold: () => 'Other people now live in this household.',
  householdInUse: () => 'The household is in use again.',
  addressGone: () => 'Its address was merged into another one or removed since then.',
  undone: (kind: 'synchronization' | 'undo', date: string) => `The ${kind} of ${date} was undone.`,
  creationUndone: () => 'The commit that was undone had created it, and nothing uses it.',
  removalUndone: () => 'The commit that was undone had removed it.',
} as const;
