import type { Why } from '../../change/change.ts';
import { FIELD_LABELS, fieldLabels, type LabeledField } from '../../change/field-labels.ts';
import type { PersonRowField } from '../../change/person-row.ts';

/** What an edit may write: a person's own fields, or the rows of a list. */
export type EditedField = LabeledField | 'employments' | 'positions';

/** "Admins fix numbers in Campus by hand": the rule of every edit in Campus. */
const BY_HAND = 'CHK-2';

/** Why an edit in Campus makes a change: read in the person's history. */
export const EDIT_WHY = {
  personEdited: (actor: string, fields: readonly PersonRowField[]): Why => ({
    rule: BY_HAND,
    reason: `${actor} changed this in Campus: ${fieldLabels(fields)}.`,
  }),
  nameEdited: (actor: string): Why => ({ rule: BY_HAND, reason: `${actor} changed the name in Campus.` }),
  rowEdited: (actor: string): Why => ({ rule: BY_HAND, reason: `${actor} changed this in Campus.` }),
  numberCorrected: (rule: string, actor: string, reason: string): Why => ({
    rule,
    reason: `${actor} changed the staff number: ${reason}`,
  }),
  employmentRemoved: (actor: string, reason: string): Why => ({
    rule: 'RO-3',
    reason: `${actor} removed this employment: ${reason}`,
  }),
} as const;

/** What an admin reads when an edit is refused. */
export const EDIT_TEXTS = {
  readOnly: () =>
    'HR manages this person, so this is read-only in Campus. To change it, change it in the HR system.',
  managedByHr: (field: EditedField) => {
    if (field === 'employments') return 'HR manages this person’s employments.';
    if (field === 'positions') return 'HR manages this person’s assignments.';
    return `HR manages this person’s ${FIELD_LABELS[field]}.`;
  },
  changeInHr: () => 'To change it, change it in the HR system.',
  numberHint: () => 'If HR has another number for this person, use Change Staff Number.',
  employmentHint: () =>
    'Change its dates in the HR system. If the whole employment is wrong, use Remove Employment.',
  changedMeanwhile: () =>
    'This person was changed while you were editing. Nothing was saved. Check the new values, then edit again.',
  linked: (start: string, sections: readonly string[]) =>
    `The assignment that starts on ${start} is linked to ${sections.join(', ')}, so it can’t be removed. Nothing was saved. End the assignment, or first remove the person from the section.`,
  linkedShort: () => 'A linked assignment can’t be removed.',
  unknownTitle: (code: string) => `There is no title "${code}" in Campus.`,
  chooseTitle: () => 'Choose a title from the list. New titles come from HR.',
  numberIsTaken: (number: string, holder: string) => `The staff number "${number}" belongs to ${holder}.`,
  numberMustBeUnique: () => 'Staff numbers must be unique. Give this person a different number.',
  sameNumber: (number: string) => `This person already has the staff number ${number}.`,
  noSuchEmployment: () => 'The person no longer has this employment.',
  unknownRow: () => 'This person has no such row, or it is listed twice.',
} as const;
