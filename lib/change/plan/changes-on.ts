import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';

/** Above this age a birth date is warned of (STAFF-7): the day on which that begins, and nothing before it. */
const OLDEST_YEARS = 120;

/**
 * The first day on which the plan of a record that changes nothing today may be another one. Plans compare today with the
 * dates of the record, of the person, their household and its locations, and with nothing else.
 * @param today `YYYY-MM-DD`, in the district
 * @returns today or a later day, `YYYY-MM-DD`; null if the plan stays
 */
export const changesOn = (record: StaffRecord, person: CampusPerson, today: string): string | null =>
  firstFrom(today, [...datesOf(record), ...datesOfPerson(person)]);

/** The first day on which a record that is read without a warning today may have one (STAFF-7). @see changesOn */
export const readOtherwiseOn = (record: StaffRecord, today: string): string | null =>
  firstFrom(today, [...datesOf(record)]);

const firstFrom = (today: string, days: readonly string[]): string | null =>
  days.filter((day) => day >= today).sort()[0] ?? null;

function* datesOf({ demographics, employments, positions, household }: StaffRecord): Generator<string> {
  const { birthDate } = demographics;
  if (birthDate) {
    yield birthDate;
    yield `${Number(birthDate.slice(0, 4)) + OLDEST_YEARS}${birthDate.slice(4)}`;
  }
  for (const row of [...(employments ?? []), ...(positions ?? []), ...(household?.householdLocations ?? [])])
    yield* Object.values(row).filter(isDate);
}

function* datesOfPerson({ employments, positions, households }: CampusPerson): Generator<string> {
  for (const row of [...employments, ...positions]) yield* Object.values(row).filter(isDate);
  for (const { memberUntil, locations } of households) {
    if (memberUntil) yield memberUntil;
    for (const location of locations) yield* Object.values(location).filter(isDate);
  }
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
