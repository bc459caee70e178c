import { sameName } from '../../record/compare.ts';
import type { NameField, StaffRecord } from '../../record/record.ts';
import { dayBefore } from '../../text/calendar.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';
import type { ChangeOf, Rows } from '../change.ts';
import { isInitialOf } from './middle-initial.ts';
import { WHY } from './texts.ts';

export const NAMES = ['lastName', 'firstName', 'middleName'] as const satisfies NameField[];
type Name = Pick<Rows['identity'], NameField>;

/** The identity that is a person's name today. */
export const currentIdentity = (person: CampusPerson): Stored<'identity'> | undefined =>
  person.identities.find((identity) => identity.current);

/** The current identity first, then the latest; of those that start on one day, the one written last (ID-4). */
export const currentFirst = (a: Stored<'identity'>, b: Stored<'identity'>): number =>
  Number(b.current) - Number(a.current) || latest(a.startDate ?? '', b.startDate ?? '') || latest(a.id, b.id);

const latest = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

interface IdentityOptions {
  today: string;
  newId: () => string;
  /** A middle initial that begins the stored middle name leaves it as it is (ID-6). */
  initialIsNoChange: boolean;
}

/** ID-1 to ID-6: a changed name ends the current identity and begins another; nothing else does (ID-3). */
export function planIdentities(
  record: StaffRecord,
  person: CampusPerson,
  { today, newId, initialIsNoChange }: IdentityOptions,
): ChangeOf<'identity'>[] {
  const current = currentIdentity(person);
  const name = nameAfter(record, current, initialIsNoChange);
  if (name === null || (current && NAMES.every((field) => sameName(name[field], current[field])))) return [];
  if (!current) return [newIdentity(name, person.id, today, newId())];
  return succeeded(current, name, today, newId);
}

/** The first identity of a person, or the one that follows the last (ID-2). */
export function newIdentity(name: Name, personId: string, today: string, id: string): ChangeOf<'identity'> {
  return {
    table: 'identity',
    op: 'insert',
    id,
    before: null,
    after: { personId, ...name, startDate: today, endDate: null, current: true },
    ...WHY.nameBegins(nameText(name), today),
  };
}

/**
 * The current identity ends the day before the call, and another begins. One that began on the day of the call, or later,
 * ends on the day it began: every name that was ever current is kept, and no period ends before it starts (ID-4).
 */
function succeeded(current: Stored<'identity'>, name: Name, today: string, newId: () => string) {
  const { id, ...before } = current;
  const yesterday = dayBefore(today);
  const begun = before.startDate !== null && before.startDate > yesterday ? before.startDate : null;
  const endDate = begun ?? yesterday;
  const why = begun ? WHY.nameEndsAtOnce(nameText(before), begun) : WHY.nameEnds(nameText(before), endDate);
  const ended: ChangeOf<'identity'> = {
    table: 'identity',
    op: 'update',
    id,
    before,
    after: { ...before, endDate, current: false },
    ...why,
  };
  return [ended, newIdentity(name, before.personId, today, newId())];
}

/** The name once HR's parts are taken over; null when there is none to begin with and HR sends no whole one. */
function nameAfter(record: StaffRecord, current: Name | undefined, initialIsNoChange: boolean): Name | null {
  const { lastName = current?.lastName, firstName = current?.firstName } = record.demographics;
  const stored = current?.middleName ?? null;
  const { middleName: sent = stored } = record.demographics;
  const middleName = initialIsNoChange && isInitialOf(sent, stored) ? stored : sent;
  return lastName && firstName ? { lastName, firstName, middleName } : null;
}

const nameText = ({ lastName, firstName, middleName }: Name): string =>
  [`${lastName}, ${firstName}`, middleName].filter(Boolean).join(' ');
