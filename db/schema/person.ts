import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { mayBeNoNumber } from '../may-be-no-number.ts';
import { day, keys, moment } from './columns.ts';
import { assignmentCode, gender, school, section, title } from './district.ts';

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Anyone in Campus. Staff by a Local Staff Number, a District Employment or a District Assignment. */
export const person = pgTable(
  'person',
  {
    ...keys,
    /** Moves with every change of the person, of a household they belong to, or of another holder of their number. */
    rev: bigint({ mode: 'number' }).notNull().default(1),
    /** Local Staff Number as stored; HR's spelling once HR sent it (STAFF-1). */
    staffNumber: text(),
    /** Lower-cased and trimmed: what staff numbers are compared by. Not unique: the data has duplicates (CHK-1). */
    staffNumberKey: text().generatedAlwaysAs(sql`nullif(lower(btrim(staff_number)), '')`),
    gender: text(),
    birthDate: day(),
    ssnCipher: bytes(),
    ssnIndex: bytes(),
    ssnLast4: text(),
    workPhone: text(),
    cellPhone: text(),
    otherPhone: text(),
    workEmail: text(),
    personalEmail: text(),
    /** When HR first took the person over: from then on HR's fields are read-only (RO-1). */
    hrManagedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    /** Without an index: it moves with every change, and an index on it would make each of them rewrite all others. */
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.gender], foreignColumns: [gender.districtId, gender.code] }),
    index().on(t.districtId, t.gender),
    index().on(t.districtId, t.staffNumberKey).where(sql`staff_number_key is not null`),
    /** How numbers begin (SRCH-2), which the order of a language does not answer. */
    index('person_number_begins')
      .on(t.districtId, t.staffNumberKey.op('text_pattern_ops'))
      .where(sql`staff_number_key is not null`),
    /** Who has a number, side by side with those who have a position or an employment (CHK-1, SRCH-1). */
    index('person_with_number').on(t.districtId, t.id).where(sql`staff_number_key is not null`),
    /** The few numbers that may be none (CHK-2). */
    index('person_odd_number')
      .on(t.districtId, t.staffNumberKey)
      .where(sql`staff_number_key is not null and ${mayBeNoNumber(sql.raw('staff_number_key'))}`),
    index().on(t.districtId, t.ssnIndex).where(sql`ssn_index is not null`),
    index().on(t.districtId, t.birthDate).where(sql`birth_date is not null`),
  ],
);

const ofPerson = { ...keys, personId: uuid().notNull() };

/** A name and the time it was borne (ID-1). Exactly one is current. */
export const identity = pgTable(
  'identity',
  {
    ...ofPerson,
    lastName: text().notNull(),
    firstName: text().notNull(),
    middleName: text(),
    startDate: day(),
    endDate: day(),
    current: boolean().notNull(),
    /** What names are searched by (SRCH-2). lib/text/name-key.ts folds like app.name_key. */
    lastNameKey: text().generatedAlwaysAs(sql`app.name_key(last_name)`),
    firstNameKey: text().generatedAlwaysAs(sql`app.name_key(first_name)`),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    index().on(t.districtId, t.personId),
    uniqueIndex('identity_one_current').on(t.districtId, t.personId).where(sql`current`),
    index('identity_by_name').on(
      t.districtId,
      t.lastNameKey.op('text_pattern_ops'),
      t.firstNameKey.op('text_pattern_ops'),
    ),
    index().on(t.districtId, t.firstNameKey.op('text_pattern_ops')),
  ],
);

/** A District Employment. */
export const employment = pgTable(
  'employment',
  { ...ofPerson, hireDate: day().notNull(), terminationDate: day() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    index().on(t.districtId, t.personId),
  ],
);

/** A District Assignment, which the API calls a position. */
export const districtAssignment = pgTable(
  'district_assignment',
  {
    ...ofPerson,
    schoolNumber: text().notNull(),
    assignmentCode: text(),
    titleCode: text(),
    startDate: day().notNull(),
    endDate: day(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    foreignKey({
      columns: [t.districtId, t.schoolNumber],
      foreignColumns: [school.districtId, school.schoolNumber],
    }),
    foreignKey({
      columns: [t.districtId, t.assignmentCode],
      foreignColumns: [assignmentCode.districtId, assignmentCode.code],
    }),
    foreignKey({ columns: [t.districtId, t.titleCode], foreignColumns: [title.districtId, title.code] }),
    index().on(t.districtId, t.personId),
    index().on(t.districtId, t.schoolNumber),
    index().on(t.districtId, t.assignmentCode),
    index().on(t.districtId, t.titleCode),
  ],
);

/** Who teaches a section: the link that keeps a position from being removed (POS-11). */
export const sectionStaff = pgTable(
  'section_staff',
  { ...keys, sectionId: uuid().notNull(), assignmentId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.sectionId], foreignColumns: [section.districtId, section.id] }),
    foreignKey({
      columns: [t.districtId, t.assignmentId],
      foreignColumns: [districtAssignment.districtId, districtAssignment.id],
    }),
    index().on(t.districtId, t.sectionId),
    index().on(t.districtId, t.assignmentId),
  ],
);

/** A student's enrollment in a school. */
export const enrollment = pgTable(
  'enrollment',
  { ...ofPerson, schoolNumber: text().notNull(), grade: text(), startDate: day(), endDate: day() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    foreignKey({
      columns: [t.districtId, t.schoolNumber],
      foreignColumns: [school.districtId, school.schoolNumber],
    }),
    index().on(t.districtId, t.personId),
    index().on(t.districtId, t.schoolNumber),
  ],
);

/** Who is whose guardian. */
export const guardianship = pgTable(
  'guardianship',
  { ...keys, guardianId: uuid().notNull(), studentId: uuid().notNull(), relationship: text() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.guardianId], foreignColumns: [person.districtId, person.id] }),
    foreignKey({ columns: [t.districtId, t.studentId], foreignColumns: [person.districtId, person.id] }),
    index().on(t.districtId, t.guardianId),
    index().on(t.districtId, t.studentId),
  ],
);
