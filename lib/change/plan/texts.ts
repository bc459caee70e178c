import type { Why } from '../change.ts';
import { FIELD_LABELS, fieldLabels, type LabeledField } from '../field-labels.ts';
import type { PersonRowField } from '../person-row.ts';
import type { MatchedBy } from './positions/match-positions.ts';

const on = (date: string | null): string => (date === null ? 'without an end date' : `on ${date}`);

/** The rule by which a position matched, and what is the same. */
const MATCHED: Record<MatchedBy, { rule: string; date: string }> = {
  bothDates: { rule: 'POS-13a', date: 'dates' },
  start: { rule: 'POS-5', date: 'start date' },
  end: { rule: 'POS-6', date: 'end date' },
  startShared: { rule: 'POS-13c', date: 'start date' },
};

/** Why a plan makes a change or leaves something alone, by key. */
export const WHY = {
  markManaged: (): Why => ({
    rule: 'RO-1',
    reason: 'HR and Campus already agree. HR manages this person from now on.',
  }),
  personUpdated: (fields: readonly PersonRowField[]): Why => ({
    rule: 'STAFF-6',
    reason: `HR sent a different ${fieldLabels(fields)}.`,
  }),
  personCreated: (staffNumber: string): Why => ({
    rule: 'SYNC-7',
    reason: `New person: nobody in Campus has the staff number ${staffNumber}.`,
  }),
  nameBegins: (name: string, date: string): Why => ({
    rule: 'ID-1',
    reason: `New name: ${name}, from ${date}, the date of the call.`,
  }),
  nameEnds: (name: string, date: string): Why => ({
    rule: 'ID-2',
    reason: `HR changed the name: ${name} ends on ${date}, the day before the call.`,
  }),
  nameEndsAtOnce: (name: string, date: string): Why => ({
    rule: 'ID-4',
    reason: `HR changed the name: ${name} ends on ${date}, its first day.`,
  }),
  employmentCreated: (hireDate: string, terminationDate: string | null): Why => ({
    rule: 'EMP-3',
    reason: `New employment: none in Campus starts on ${hireDate} or ends ${on(terminationDate)}.`,
  }),
  terminationMoved: (hireDate: string, terminationDate: string | null): Why => ({
    rule: 'EMP-3',
    reason:
      terminationDate === null
        ? `Same hire date ${hireDate}: the termination date is removed.`
        : `Same hire date ${hireDate}: the termination date changes to ${terminationDate}.`,
  }),
  hireMoved: (terminationDate: string | null, before: string, after: string): Why => ({
    rule: 'EMP-3',
    reason: `Both end ${on(terminationDate)}: the hire date changes from ${before} to ${after}.`,
  }),
  positionCreated: (): Why => ({
    rule: 'POS-7',
    reason: 'New position: no position in Campus has the same school, codes, and start or end date.',
  }),
  positionCreatedByCall: (): Why => ({ rule: 'POS-8', reason: 'HR created this position.' }),
  positionCompleted: (by: MatchedBy, field: 'titleCode' | 'assignmentCode', code: string): Why => ({
    rule: 'POS-4',
    reason:
      `Campus has no ${FIELD_LABELS[field]} for this position. School, ` +
      `${FIELD_LABELS[field === 'titleCode' ? 'assignmentCode' : 'titleCode']} and ${MATCHED[by].date} are the same, ` +
      `so HR's ${FIELD_LABELS[field]} ${code} is added.`,
  }),
  positionMoved: (by: MatchedBy, field: 'startDate' | 'endDate', date: string | null): Why => ({
    rule: MATCHED[by].rule,
    reason: `Same position and ${FIELD_LABELS[field === 'endDate' ? 'startDate' : 'endDate']}: the ${FIELD_LABELS[field]} ${
      date === null ? 'is removed' : `changes to ${date}`
    }.`,
  }),
  positionRemoved: (): Why => ({
    rule: 'POS-10',
    reason: 'HR no longer lists this position, so it is removed.',
  }),
  positionKept: (links: readonly string[]): Why => ({
    rule: 'POS-11',
    reason: `The position is linked to ${links.join(', ')}, so it stays unchanged.`,
  }),
  titleCreated: (code: string, description: string): Why => ({
    rule: 'REF-2',
    reason: `New title: ${code}, described as "${description}".`,
  }),
  addressCreated: (): Why => ({ rule: 'ADR-4', reason: 'New address: Campus does not have it yet.' }),
  addressCompleted: (fields: readonly LabeledField[]): Why => ({
    rule: 'ADR-3',
    reason: `Campus has this address. HR adds what was empty: ${fieldLabels(fields)}.`,
  }),
  householdCreated: (): Why => ({
    rule: 'HH-2',
    reason: 'The person has no household, so a staff household is created.',
  }),
  householdUpdated: (fields: readonly LabeledField[]): Why => ({
    rule: 'HH-3',
    reason: `HR sent a different ${fieldLabels(fields)}, and the person is the only member of this staff household.`,
  }),
  householdUnclear: (own: number): Why => ({
    rule: 'HH-5',
    reason: `The person is the only member of ${own} staff households, so it is not clear which one HR means.`,
  }),
  householdShared: (): Why => ({
    rule: 'HH-4',
    reason: 'The person shares a household with others, whose address HR must not change.',
  }),
  householdOfOthers: (): Why => ({
    rule: 'HH-5',
    reason: 'The household of the person is not a staff household.',
  }),
  locationUpdated: (fields: readonly LabeledField[]): Why => ({
    rule: 'HH-3',
    reason: `The household already has this address. HR changes or adds: ${fieldLabels(fields)}.`,
  }),
  locationUnchanged: (): Why => ({ rule: 'HH-3', reason: 'The household already has this address.' }),
  locationRepeated: (): Why => ({
    rule: 'HH-3',
    reason: 'Another location in this call has the same address at the same time. Only one is kept.',
  }),
  locationReplaced: (start: string, previous: string): Why => ({
    rule: 'HH-3',
    reason: `The new address starts on ${start}, no later than the previous one (${previous}), so it replaces it.`,
  }),
  locationEnded: (start: string): Why => ({
    rule: 'HH-3',
    reason: `HR sent another address from ${start}. The previous one ends the day before.`,
  }),
  locationFollows: (isNew: boolean): Why => ({
    rule: 'HH-3',
    reason: `New location after the previous one, at ${addressText(isNew)}.`,
  }),
  locationCreated: (isNew: boolean): Why => ({
    rule: 'HH-1',
    reason: `New location for this household, at ${addressText(isNew)}.`,
  }),
} as const;

const addressText = (isNew: boolean): string =>
  isNew ? 'an address that is new in Campus' : 'an address that Campus already has';
