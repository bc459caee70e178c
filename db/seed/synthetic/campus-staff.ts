import type { FamilyMaker } from './families.ts';
import { type Ids, idOf } from './ids.ts';
import type { Random } from './random.ts';
import type { RowBatch } from './rows.ts';
import type { Position, Staff, StaffMaker } from './staff.ts';

export const SECTIONS_PER_SCHOOL = 10;

/** Writes staff as Campus has them, each with a household of their own or one that they share with children. */
export class CampusStaff {
  readonly #random: Random;
  readonly #ids: Ids;
  readonly #maker: StaffMaker;
  readonly #families: FamilyMaker;

  constructor(random: Random, ids: Ids, maker: StaffMaker, families: FamilyMaker) {
    this.#random = random;
    this.#ids = ids;
    this.#maker = maker;
    this.#families = families;
  }

  write(rows: RowBatch, staff: Staff): void {
    const { lastName, firstName, middleName, formerLastName, employments, positions, home, ...person } =
      staff;
    const personId = rows.person(person, { lastName, firstName, middleName });
    if (formerLastName !== null) this.#formerName(rows, personId, staff);
    for (const row of employments)
      rows.add('employment', { ...row, id: this.#ids.next('employment'), personId });
    for (const position of positions) this.#position(rows, personId, position);
    if (home === null) return;

    const shared = this.#random.chance(0.1);
    const children = shared
      ? Array.from({ length: this.#random.int(1, 3) }, () => this.#families.student(rows, lastName))
      : [];
    rows.household({ name: lastName, staffHousehold: !shared }, home, [personId, ...children]);
    this.#maker.remember(home);
  }

  #formerName(rows: RowBatch, personId: string, { formerLastName, firstName, middleName }: Staff): void {
    rows.add('identity', {
      id: this.#ids.next('identity'),
      personId,
      lastName: formerLastName as string,
      firstName,
      middleName,
      startDate: null,
      endDate: '2019-06-30',
      current: false,
    });
  }

  /** Half of them teach a section, and so can't be removed (POS-11). */
  #position(rows: RowBatch, personId: string, { title, ...position }: Position): void {
    const id = this.#ids.next('position');
    rows.add('districtAssignment', { ...position, id, personId, titleCode: title?.code ?? null });
    if (!this.#random.chance(0.5)) return;
    const school = Number(position.schoolNumber) - 1;
    rows.add('sectionStaff', {
      id: this.#ids.next('sectionStaff'),
      sectionId: idOf('section', school * SECTIONS_PER_SCHOOL + this.#random.int(0, SECTIONS_PER_SCHOOL - 1)),
      assignmentId: id,
    });
  }
}
