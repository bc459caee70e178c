import { and, or } from 'drizzle-orm';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { householdLocation, householdMember } from '../../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
} from '../../../db/schema/person.ts';
import { COLUMNS } from '../columns.ts';

/** Ids of people, or where a name says so of the rows themselves. */
export type Ids = Params<{ ids: readonly string[] }>;

// Rows as plans read them, in the order of their ids: for plans, for combining people, for merging addresses and for an undo.

export const identitiesOf = defineQuery('identities of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.identity)
    .from(identity)
    .where(and(inDistrict(identity), isOneOf(identity.personId, p.ids)))
    .orderBy(identity.id),
);

export const employmentsOf = defineQuery('employments of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.employment)
    .from(employment)
    .where(and(inDistrict(employment), isOneOf(employment.personId, p.ids)))
    .orderBy(employment.id),
);

export const positionsOf = defineQuery('positions of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.districtAssignment)
    .from(districtAssignment)
    .where(and(inDistrict(districtAssignment), isOneOf(districtAssignment.personId, p.ids)))
    .orderBy(districtAssignment.id),
);

export const enrollmentsOf = defineQuery('enrollments of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.enrollment)
    .from(enrollment)
    .where(and(inDistrict(enrollment), isOneOf(enrollment.personId, p.ids)))
    .orderBy(enrollment.id),
);

/** As guardian or as student. */
export const guardianshipsOf = defineQuery('guardianships of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.guardianship)
    .from(guardianship)
    .where(
      and(
        inDistrict(guardianship),
        or(isOneOf(guardianship.guardianId, p.ids), isOneOf(guardianship.studentId, p.ids)),
      ),
    )
    .orderBy(guardianship.id),
);

export const membershipsOf = defineQuery('household memberships of people', (orm, p: Ids) =>
  orm
    .select(COLUMNS.householdMember)
    .from(householdMember)
    .where(and(inDistrict(householdMember), isOneOf(householdMember.personId, p.ids)))
    .orderBy(householdMember.id),
);

export const locationsById = defineQuery('household locations by id', (orm, p: Ids) =>
  orm
    .select(COLUMNS.householdLocation)
    .from(householdLocation)
    .where(and(inDistrict(householdLocation), isOneOf(householdLocation.id, p.ids)))
    .orderBy(householdLocation.id),
);
