import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { isGuardian, isStaff, isStudent } from '../../../db/person-roles.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { assignmentCode, school, title } from '../../../db/schema/district.ts';
import { identity, person } from '../../../db/schema/person.ts';
import type { Lead, PersonEntry } from './leads.ts';
import { type PersonCard, ROLES } from './schema.ts';

/** What codes and candidates are called. */
export interface Labels {
  schools: ReadonlyMap<string, string>;
  titles: ReadonlyMap<string, string>;
  assignments: ReadonlyMap<string, string>;
  /** By the person's id, with the number of now: it may have been corrected since the validation. */
  people: ReadonlyMap<
    string,
    { name: string; staffNumber: string | null; is: PersonCard['candidates'][number]['is'] }
  >;
}

type Codes = Params<{ codes: readonly string[] }>;
const schoolNames = defineQuery('names of schools', (orm, p: Codes) =>
  orm
    .select({ code: school.schoolNumber, name: school.name })
    .from(school)
    .where(and(inDistrict(school), isOneOf(school.schoolNumber, p.codes))),
);
const titleNames = defineQuery('descriptions of titles', (orm, p: Codes) =>
  orm
    .select({ code: title.code, name: title.description })
    .from(title)
    .where(and(inDistrict(title), isOneOf(title.code, p.codes))),
);
const assignmentNames = defineQuery('descriptions of assignment codes', (orm, p: Codes) =>
  orm
    .select({ code: assignmentCode.code, name: assignmentCode.description })
    .from(assignmentCode)
    .where(and(inDistrict(assignmentCode), isOneOf(assignmentCode.code, p.codes))),
);
const candidateNames = defineQuery(
  'names and numbers of candidates',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .select({
        id: person.id,
        name: personName,
        staffNumber: person.staffNumber,
        staff: isStaff,
        student: isStudent,
        guardian: isGuardian,
      })
      .from(person)
      .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
      .where(and(inDistrict(person), isOneOf(person.id, p.ids))),
);

/** The names of every code and candidate of these people. */
export async function labelsOf(
  tx: Transaction,
  leads: readonly Lead[],
  entries: readonly Pick<PersonEntry, 'section' | 'campus' | 'hr'>[],
): Promise<Labels> {
  const rows = entries.flatMap(positionRows);
  const codes = (field: 'schoolNumber' | 'titleCode' | 'assignmentCode') => ({
    codes: [...new Set(rows.flatMap((row) => row[field] ?? []))],
  });
  const named = (list: { code: string; name: string }[]) =>
    new Map(list.map(({ code, name }) => [code, name]));
  const ids = leads.flatMap(({ warnings }) => warnings ?? []).flatMap(({ candidates = [] }) => candidates);
  const [schools, titles, assignments, people] = await Promise.all([
    schoolNames(tx, codes('schoolNumber')),
    titleNames(tx, codes('titleCode')),
    assignmentNames(tx, codes('assignmentCode')),
    candidateNames(tx, { ids: ids.map(({ id }) => id) }),
  ]);
  return {
    schools: named(schools),
    titles: named(titles),
    assignments: named(assignments),
    people: new Map(
      people.map(({ id, name, staffNumber, ...is }) => [
        id,
        { name, staffNumber, is: ROLES.filter((role) => is[role]) },
      ]),
    ),
  };
}

/** A position as entries store it. */
export interface PositionRow {
  schoolNumber: string;
  titleCode: string | null;
  titleDescription?: string | null;
  assignmentCode: string | null;
  startDate: string;
  endDate: string | null;
}

const positionRows = ({
  section,
  campus,
  hr,
}: Pick<PersonEntry, 'section' | 'campus' | 'hr'>): PositionRow[] => {
  if (section === 'assignments') return [campus, hr].filter((side) => side !== null) as never;
  return section === 'hrNotInCampus' ? ((hr?.positions ?? []) as PositionRow[]) : [];
};
