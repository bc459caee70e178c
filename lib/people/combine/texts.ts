import type { Why } from '../../change/change.ts';
import { fieldLabels } from '../../change/field-labels.ts';
import type { PersonRowField } from '../../change/person-row.ts';

const RULE = 'CMB-1';
const UNDO_RULE = 'CMB-3';

/** Why a combination makes a change: read in the person's history. */
export const COMBINE_WHY = {
  moved: (): Why => ({ rule: RULE, reason: 'Moved from the other person to the base person.' }),
  duplicate: (): Why => ({ rule: RULE, reason: 'Removed, because the base person already has the same.' }),
  joined: (): Why => ({
    rule: RULE,
    reason: 'Joined with the other person’s time in the same household.',
  }),
  otherRemoved: (): Why => ({
    rule: RULE,
    reason: 'Removed, because both people are now one: the base person.',
  }),
  filled: (fields: readonly PersonRowField[]): Why => ({
    rule: RULE,
    reason: `Taken from the other person, because the base person had none: ${fieldLabels(fields)}.`,
  }),
  undone: (actor: string): Why => ({ rule: UNDO_RULE, reason: `${actor} undid the combination.` }),
} as const;

/** What an admin reads before and after a combination. */
export const COMBINE_TEXTS = {
  oneIsGone: () => 'One of these people is not in this district any more. Search them again.',
  samePerson: () => 'These are the same person. Choose two different people.',
  otherIsManaged: () =>
    'HR manages the other person, so Campus must not change that record. Make that person the base.',
  numberIsRemoved: (number: string) =>
    `The staff number ${number} is removed. If HR still sends it, the next synchronization creates that person again. Ask HR to stop using it.`,
  ssnDiffers: () => 'The Social Security numbers differ. Make sure that this is one person.',
  birthDateDiffers: () => 'The birth dates differ. Make sure that this is one person.',
  onlyOtherHasPositions: () =>
    'The base person should be the new staff member, but only the other person has a District Assignment.',
  changedMeanwhile: () =>
    'One of these people was changed after the preview was made. Nothing was combined. Check the preview again.',
  numberIsShared: (number: string) =>
    `Other people also have the staff number ${number}. Nothing was combined. Give each of them a different number first.`,
  noSuchCombination: () => 'There is no such combination in this district.',
  undoneAlready: () => 'This combination was undone already.',
  editedSince: (actor?: string) =>
    `The combined person was edited since${actor ? `, first by ${actor}` : ''}, so the combination can’t be undone. Nothing was changed.`,
  numberTakenSince: (number: string) =>
    `Another person has the staff number ${number} now. Nothing was undone. Give that person a different number first.`,
  keptEdited: (actor: string) => `Edited since, first by ${actor}.`,
  keptGone: () => 'The combined person was removed or combined again since.',
} as const;
