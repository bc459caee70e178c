import { deepStrictEqual } from 'node:assert';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, CampusState, Stored, StoredHousehold } from '../campus-state.ts';
import type { Change, Rows, Table } from '../change.ts';
import type { Batch, PersonPlan, PlanMode } from '../person-plan.ts';
import { addressBook } from '../plan/address-book.ts';
import { planPerson } from '../plan/plan-person.ts';
import { titleBook } from '../plan/title-book.ts';

type Tables = { [T in Table]: Map<string, Rows[T]> };
type Moved<T extends Table> = { id: string; before: Rows[T] | null; after: Rows[T] | null };

/**
 * Campus in memory, for the tests of the rules: rows by table, a batch planned on them as load.ts would give them, and
 * changes carried out to the letter (each `before` must be the current value).
 */
export class Campus {
  readonly tables: Tables = {
    title: new Map(),
    address: new Map(),
    person: new Map(),
    identity: new Map(),
    employment: new Map(),
    districtAssignment: new Map(),
    household: new Map(),
    householdMember: new Map(),
    householdLocation: new Map(),
    enrollment: new Map(),
    guardianship: new Map(),
  };
  /** Section names by position. */
  readonly links = new Map<string, string[]>();
  today = '2026-11-24';
  inactive = new Set<string>();
  initialIsNoChange = false;
  #ids = 0;

  newId = (): string => `id-${String(++this.#ids).padStart(6, '0')}`;

  add<T extends Table>(table: T, row: Rows[T]): string {
    const id = this.newId();
    this.tables[table].set(id, row);
    return id;
  }

  rows<T extends Table>(table: T): Rows[T][] {
    return [...this.tables[table].values()];
  }

  batch(mode: PlanMode = 'sync', more: Partial<Batch> = {}): Batch {
    const state = this.state();
    return {
      state,
      mode,
      today: this.today,
      now: `${this.today}T15:00:00.000Z`,
      newId: this.newId,
      addresses: addressBook(state.addresses, this.newId),
      titles: titleBook(state.reference.titles, this.newId),
      ...more,
    };
  }

  /** Plans each record within one batch. */
  plan(records: StaffRecord[], mode: PlanMode = 'sync', more: Partial<Batch> = {}): PersonPlan[] {
    const batch = this.batch(mode, more);
    return records.map((record) => {
      const people = batch.state.people.get(staffNumberKey(record.staffNumber)) ?? [];
      return planPerson(record, people, batch);
    });
  }

  /** Plans and carries out. */
  commit(records: StaffRecord[], mode: PlanMode = 'sync', more: Partial<Batch> = {}): PersonPlan[] {
    const plans = this.plan(records, mode, more);
    for (const plan of plans) this.apply(plan.changes);
    return plans;
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#carryOut(change.table, change);
  }

  #carryOut<T extends Table>(name: T, { id, before, after }: Moved<T>): void {
    const table = this.tables[name];
    deepStrictEqual(table.get(id) ?? null, before, `${name} ${id} is not what the plan was made from`);
    if (after === null) table.delete(id);
    else table.set(id, after);
  }

  person(staffNumber: string): CampusPerson {
    const [person] = this.state().people.get(staffNumberKey(staffNumber)) ?? [];
    if (!person) throw new Error(`nobody has ${staffNumber}`);
    return person;
  }

  state(): CampusState {
    const people = [...this.tables.person].map(([id, row]) => this.#person(id, row));
    return {
      people: Map.groupBy(
        people.filter((person) => person.staffNumber !== null),
        (person) => staffNumberKey(person.staffNumber as string),
      ),
      addresses: new Map([...this.tables.address].map(([id, row]) => [row.matchKey, { id, ...row }])),
      reference: {
        schools: this.#known(['000', '001', '010', '044', '107']),
        genders: this.#known(['F', 'M', 'X']),
        assignmentCodes: this.#known(['05', '20', '90', '106']),
        titles: new Map(
          this.rows('title').map(({ code, description }) => [
            code,
            { active: !this.inactive.has(code), description },
          ]),
        ),
      },
      initialIsNoChange: this.initialIsNoChange,
    };
  }

  #known = (codes: string[]) => new Map(codes.map((code) => [code, { active: !this.inactive.has(code) }]));

  #person(id: string, row: Rows['person']): CampusPerson {
    const own = <T extends 'identity' | 'employment' | 'districtAssignment'>(table: T): Stored<T>[] =>
      [...this.tables[table]]
        .filter(([, { personId }]) => personId === id)
        .map(([rowId, owned]) => ({ id: rowId, ...owned }) as Stored<T>);
    return {
      id,
      rev: 1,
      ...row,
      identities: own('identity'),
      employments: own('employment'),
      positions: own('districtAssignment').map((position) => ({
        ...position,
        links: this.links.get(position.id) ?? [],
      })),
      households: this.rows('householdMember')
        .filter((member) => member.personId === id)
        .map(({ householdId, endDate }) => this.#household(householdId, endDate)),
    };
  }

  #household(id: string, memberUntil: string | null): StoredHousehold {
    return {
      id,
      memberUntil,
      ...(this.tables.household.get(id) as Rows['household']),
      memberCount: this.rows('householdMember').filter((member) => member.householdId === id).length,
      locations: [...this.tables.householdLocation]
        .filter(([, { householdId }]) => householdId === id)
        .map(([locationId, location]) => ({
          id: locationId,
          ...location,
          address: {
            id: location.addressId,
            ...(this.tables.address.get(location.addressId) as Rows['address']),
          },
        })),
    };
  }
}
