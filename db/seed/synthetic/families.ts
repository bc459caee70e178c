import type { Ids } from './ids.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { Random } from './random.ts';
import type { ReferenceValues } from './reference-values.ts';
import type { RowBatch } from './rows.ts';
import type { Staff, StaffMaker } from './staff.ts';

const SCHOOL_YEAR = 2026;

/** Writes students and their guardians, a family at a time. HR has just hired some of the guardians (CMB-1). */
export class FamilyMaker {
  readonly #random: Random;
  readonly #values: ReferenceValues;
  readonly #ids: Ids;
  readonly #staff: StaffMaker;
  readonly #hired: Staff[] = [];

  constructor(random: Random, values: ReferenceValues, ids: Ids, staff: StaffMaker) {
    this.#random = random;
    this.#values = values;
    this.#ids = ids;
    this.#staff = staff;
  }

  /** Someone new to HR who is a parent in Campus, with the same name, birth date and phone. */
  hired(staff: Staff): void {
    if (this.#hired.length < 100) this.#hired.push(staff);
  }

  /** One more family; returns how many students it has. */
  family(rows: RowBatch): number {
    const random = this.#random;
    const hired = this.#hired.shift();
    const lastName = hired?.lastName ?? random.pick(LAST_NAMES);
    const guardians = [
      rows.person(
        hired
          ? { gender: hired.gender, birthDate: hired.birthDate, cellPhone: hired.cellPhone }
          : { gender: random.pick(['F', 'M']), cellPhone: random.phone() },
        { lastName, firstName: hired?.firstName ?? random.pick(FIRST_NAMES) },
      ),
    ];
    if (random.chance(0.4)) {
      const name = {
        lastName: random.chance(0.8) ? lastName : random.pick(LAST_NAMES),
        firstName: random.pick(FIRST_NAMES),
      };
      guardians.push(rows.person({ gender: random.pick(['F', 'M']), cellPhone: random.phone() }, name));
    }
    const students = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () =>
      this.student(rows, lastName),
    );
    for (const guardianId of guardians)
      for (const studentId of students)
        rows.add('guardianship', { id: this.#ids.next('guardianship'), guardianId, studentId });

    const home = (random.chance(0.1) ? this.#staff.knownHome() : undefined) ?? this.#staff.newHome();
    rows.household({ name: lastName, staffHousehold: false }, home, [...guardians, ...students]);
    return students.length;
  }

  /** An enrolled child; the id. */
  student(rows: RowBatch, lastName: string): string {
    const random = this.#random;
    const age = random.int(5, 17);
    const id = rows.person(
      { gender: random.pick(['F', 'M']), birthDate: random.date(SCHOOL_YEAR - age, SCHOOL_YEAR - age) },
      { lastName, firstName: random.pick(FIRST_NAMES) },
    );
    rows.add('enrollment', {
      id: this.#ids.next('enrollment'),
      personId: id,
      schoolNumber: random.pick(this.#values.schools).schoolNumber,
      grade: age === 5 ? 'KG' : String(age - 5).padStart(2, '0'),
      startDate: `${SCHOOL_YEAR}-08-31`,
    });
    return id;
  }
}
