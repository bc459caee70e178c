import type { FieldError, Warning } from '../../../failure.ts';
import { sameName, samePhone } from '../../../record/compare.ts';
import type { HouseholdRecord } from '../../../record/record.ts';
import type { CampusPerson, StoredHousehold } from '../../campus-state.ts';
import type { Change, ChangeOf, Rows, Why } from '../../change.ts';
import type { Batch, Note } from '../../person-plan.ts';
import { rowOf } from '../../row-of.ts';
import { PLAN_TEXTS } from '../messages.ts';
import { WHY } from '../texts.ts';
import { planLocations } from './locations.ts';

export interface HouseholdPlan {
  changes: Change[];
  warnings: Warning[];
  notes: Note[];
}

type Shared = Pick<Batch, 'today' | 'newId' | 'addresses'>;

/** HH-1: "the smallest household" has an address, so one without any can't be created. Looked at before all planning. */
export function householdErrors(
  sent: HouseholdRecord | undefined,
  person: CampusPerson | null,
): FieldError[] {
  const creates = sent !== undefined && (person === null || person.households.length === 0);
  if (!creates || sent.householdLocations.length > 0) return [];
  return [
    {
      pointer: '/household/householdLocations',
      code: 'required',
      ...PLAN_TEXTS.householdWithoutAddress(),
    },
  ];
}

/** HH-3 to HH-5: updates the person's own staff household, creates one where there is none, else leaves all alone. */
export function planHousehold(
  sent: HouseholdRecord,
  person: CampusPerson,
  lastName: string | null,
  batch: Shared,
): HouseholdPlan {
  const own = person.households.filter(
    (household) => household.staffHousehold && household.memberCount === 1,
  );
  if (own.length === 1) return updateHousehold(sent, own[0] as StoredHousehold, batch);
  if (person.households.length === 0) return createHousehold(sent, person.id, lastName, batch);
  return ignoreHousehold(sent, whyIgnored(person.households, own.length));
}

/** HH-2: a new staff household with the person as its member. */
export function createHousehold(
  sent: HouseholdRecord,
  personId: string,
  lastName: string | null,
  batch: Shared,
): HouseholdPlan {
  const id = batch.newId();
  const locations = planLocations(sent.householdLocations, { id, locations: [] }, batch);
  const row = { name: sent.name ?? lastName, phone: sent.phone, staffHousehold: true };
  const member = { householdId: id, personId, startDate: batch.today, endDate: null };
  const why = WHY.householdCreated();
  return {
    ...locations,
    changes: [
      { table: 'household', op: 'insert', id, before: null, after: row, ...why },
      { table: 'householdMember', op: 'insert', id: batch.newId(), before: null, after: member, ...why },
      ...locations.changes,
    ],
  };
}

function updateHousehold(sent: HouseholdRecord, household: StoredHousehold, batch: Shared): HouseholdPlan {
  const { id, name, phone } = household;
  const before = rowOf('household', household);
  const after = { ...before };
  if (sent.name !== null && !sameName(sent.name, name)) after.name = sent.name;
  if (sent.phone !== null && !samePhone(sent.phone, phone)) after.phone = sent.phone;
  const locations = planLocations(sent.householdLocations, household, batch);
  const own = householdUpdate(id, before, after);
  return { ...locations, changes: own ? [own, ...locations.changes] : locations.changes };
}

function householdUpdate(
  id: string,
  before: Rows['household'],
  after: Rows['household'],
): ChangeOf<'household'> | null {
  const fields = (['name', 'phone'] as const).filter((field) => after[field] !== before[field]);
  if (fields.length === 0) return null;
  return { table: 'household', op: 'update', id, before, after, ...WHY.householdUpdated(fields) };
}

function whyIgnored(households: readonly StoredHousehold[], own: number): Why {
  if (own > 1) return WHY.householdUnclear(own);
  return households.some((household) => household.memberCount > 1)
    ? WHY.householdShared()
    : WHY.householdOfOthers();
}

function ignoreHousehold(sent: HouseholdRecord, why: Why): HouseholdPlan {
  const notes: Note[] = sent.householdLocations.map((_, index) => ({
    about: 'location',
    location: { index, outcome: 'ignored', fields: [], campus: null, hr: null },
    ...why,
  }));
  if (sent.name !== null || sent.phone !== null) notes.push({ about: 'householdIgnored', ...why });
  const message = `The household information was ignored. ${why.reason}`;
  return {
    changes: [],
    warnings: [{ code: 'householdIgnored', message, pointer: '/household' }],
    notes,
  };
}
