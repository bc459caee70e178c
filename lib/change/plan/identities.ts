import type { Warning } from '../../failure.ts';
import type { NameField, StaffRecord } from '../../record/record.ts';
import { dayBefore } from '../../text/calendar.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';
import type { ChangeOf, Rows } from '../change.ts';
import { sameText } from './compare.ts';
import { WHY } from './texts.ts';

export const NAMES = ['lastName', 'firstName', 'middleName'] as const satisfies NameField[];
type Name = Pick<Rows['identity'], NameField>;

export interface IdentityPlan {
  changes: ChangeOf<'identity'>[];
  warnings: Warning[];
}

/** The identity that is a person's name today. */
export const currentIdentity = (person: CampusPerson): Stored<'identity'> | undefined =>
  person.identities.find((identity) => identity.current);

/** ID-1 to ID-4: a changed name ends the current identity and begins another; nothing else does (ID-3). */
export function planIdentities(
  record: StaffRecord,
  person: CampusPerson,
  today: string,
  newId: () => string,
): IdentityPlan {
  const current = currentIdentity(person);
  const name = nameAfter(record, current);
  if (name === null || (current && NAMES.every((field) => sameText(name[field], current[field]))))
    return { changes: [], warnings: [] };
  if (!current) return { changes: [newIdentity(name, person.id, today, newId())], warnings: [] };
  if (current.startDate !== null && current.startDate >= today) return replaced(current, name, today);
  return { changes: succeeded(current, name, today, newId), warnings: [] };
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

function succeeded(current: Stored<'identity'>, name: Name, today: string, newId: () => string) {
  const { id, ...before } = current;
  const endDate = dayBefore(today);
  const ended: ChangeOf<'identity'> = {
    table: 'identity',
    op: 'update',
    id,
    before,
    after: { ...before, endDate, current: false },
    ...WHY.nameEnds(nameText(before), endDate),
  };
  return [ended, newIdentity(name, before.personId, today, newId())];
}

/** ID-4: a second change on one day would leave a period that ends before it starts. */
function replaced(current: Stored<'identity'>, name: Name, today: string): IdentityPlan {
  const { id, ...before } = current;
  const why = WHY.nameReplaced(nameText(before), before.startDate);
  return {
    changes: [
      {
        table: 'identity',
        op: 'update',
        id,
        before,
        after: { ...before, ...name, startDate: today, endDate: null },
        ...why,
      },
    ],
    warnings: [
      {
        code: 'identityReplaced',
        message: `${why.reason} The history keeps the replaced name.`,
      },
    ],
  };
}

/** The name once HR's parts are taken over; null when there is none to begin with and HR sends no whole one. */
function nameAfter(record: StaffRecord, current: Name | undefined): Name | null {
  const { lastName = current?.lastName, firstName = current?.firstName } = record.demographics;
  const { middleName = current?.middleName ?? null } = record.demographics;
  return lastName && firstName ? { lastName, firstName, middleName } : null;
}

const nameText = ({ lastName, firstName, middleName }: Name): string =>
  [`${lastName}, ${firstName}`, middleName].filter(Boolean).join(' ');
