import type { AddressComponents } from '../../../lib/address/components.ts';
import { numberedAddress } from './addresses.ts';
import { emailName, FIRST_NAMES, LAST_NAMES } from './names.ts';
import type { Random } from './random.ts';
import type { Code, ReferenceValues } from './reference-values.ts';

export interface Position {
  schoolNumber: string;
  assignmentCode: string | null;
  title: Code | null;
  startDate: string;
  endDate: string | null;
}
export interface Employment {
  hireDate: string;
  terminationDate: string | null;
}

/** An address by its number in the district; the same number is the same address. */
export interface Home {
  readonly n: number;
  inCampus: boolean;
  address: AddressComponents;
}

/** A member of staff as one system or the other knows them. */
export interface Staff {
  /** Null: Campus has none. */
  staffNumber: string | null;
  lastName: string;
  firstName: string;
  middleName: string | null;
  /** Borne until 2019-06-30; null for most. */
  formerLastName: string | null;
  gender: string;
  birthDate: string;
  /** Nine digits. */
  ssn: string | null;
  workPhone: string | null;
  cellPhone: string | null;
  otherPhone: string | null;
  workEmail: string;
  personalEmail: string | null;
  employments: Employment[];
  positions: Position[];
  home: Home | null;
}

/** Makes staff one after another; holds no more than the last few addresses. */
export class StaffMaker {
  readonly #random: Random;
  readonly #values: ReferenceValues;
  readonly #known: Home[] = [];
  #numbers = 1_000_000;
  #ssns = 0;
  #homes = 0;

  constructor(random: Random, values: ReferenceValues) {
    this.#random = random;
    this.#values = values;
  }

  next(): Staff {
    const random = this.#random;
    const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    const staffNumber = this.#nextNumber();
    const mail = emailName(firstName, lastName);
    return {
      staffNumber,
      lastName,
      firstName,
      middleName: random.chance(0.5) ? random.pick(FIRST_NAMES) : random.chance(0.5) ? 'J' : null,
      formerLastName: random.chance(0.1) ? random.other(LAST_NAMES, lastName) : null,
      gender: random.chance(0.6) ? 'F' : random.chance(0.97) ? 'M' : 'X',
      birthDate: random.date(1958, 2003),
      ssn: random.chance(0.97) ? this.nextSsn() : null,
      workPhone: random.chance(0.8) ? `${random.phone()} x${random.int(100, 999)}` : null,
      cellPhone: random.chance(0.85) ? random.phone() : null,
      otherPhone: random.chance(0.2) ? random.phone() : null,
      workEmail: `${mail}${staffNumber}@school.k12.mn.us`.toLowerCase(),
      personalEmail: random.chance(0.8) ? `${mail}${random.int(1, 99)}@mail.example` : null,
      employments: this.#employments(),
      positions: Array.from({ length: this.#howMany() }, () => this.position(random.date(2012, 2025))),
      home: random.chance(0.98) ? this.#home() : null,
    };
  }

  /** Most plain, some with leading zeros or a letter, as real ones are. */
  #nextNumber(): string {
    this.#numbers += this.#random.int(1, 5);
    if (this.#random.chance(0.1)) return `0${this.#numbers}`;
    return this.#random.chance(0.03) ? `T-${this.#numbers}` : String(this.#numbers);
  }

  /** Each once, in no visible order. */
  nextSsn(): string {
    this.#ssns += 1;
    return String(100_000_000 + ((this.#ssns * 32_452_843) % 565_000_000));
  }

  position(startDate: string): Position {
    const random = this.#random;
    const title = random.chance(0.93) ? random.pick(this.#values.titles) : null;
    return {
      schoolNumber: random.pick(this.#values.schools).schoolNumber,
      title,
      assignmentCode:
        title === null || random.chance(0.9) ? random.pick(this.#values.assignmentCodes).code : null,
      startDate,
      endDate: random.chance(0.3) ? random.date(2026, 2027) : null,
    };
  }

  /** A place where nobody lives yet. */
  newHome(): Home {
    const n = this.#homes;
    this.#homes += 1;
    return { n, inCampus: false, address: numberedAddress(n, this.#random) };
  }

  /** One of the last hundred places that somebody in Campus moved to. */
  knownHome(): Home | undefined {
    return this.#known.length > 0 ? this.#random.pick(this.#known) : undefined;
  }

  #home(): Home {
    const shared = this.#random.chance(0.1) ? this.knownHome() : undefined;
    return shared ?? this.newHome();
  }

  /** Campus has this address from now on. */
  remember(home: Home): void {
    this.#known[home.n % 100] = home;
  }

  #howMany = (): number => {
    const x = this.#random.next();
    return x < 0.4 ? 1 : x < 0.75 ? 2 : x < 0.93 ? 3 : 4;
  };

  /** The last one open for most, rehires before it. */
  #employments(): Employment[] {
    const random = this.#random;
    const count = random.chance(0.75) ? 1 : random.int(2, 3);
    const first = random.int(1990, 2016);
    return Array.from({ length: count }, (_, i) => {
      const year = first + i * 3;
      const ended = i < count - 1 ? random.date(year + 2, year + 2) : null;
      return {
        hireDate: random.date(year, year),
        terminationDate: ended ?? (random.chance(0.08) ? random.date(2024, 2026) : null),
      };
    });
  }
}
