import type pg from 'pg';

/** So that statements are planned for what a seed has written, and not for empty tables. */
export async function analyze(owner: pg.ClientBase | pg.Pool): Promise<void> {
  await owner.query(
    `analyze person, identity, employment, district_assignment, section_staff, address, household, household_member,
       household_location, enrollment, guardianship, school, title, assignment_code, gender, section`,
  );
}
