/** A district's code and what it stands for. */
export interface Code {
  code: string;
  description: string;
}

/** The district's codes that files write in other ways. */
export interface KnownCodes {
  genders: readonly Code[];
  schools: readonly Code[];
}

/** How a file's values are read as the district's codes; a value that fits several codes, or none, stays as it is. */
export interface ValueMatches {
  gender(value: string): string;
  school(value: string): string;
}

/**
 * Male is M by its description, 1 is 001 as a spreadsheet leaves it, and a school's name is its number: where exactly
 * one code fits. An exact code is never another. Pure.
 */
export function matchValues({ genders, schools }: KnownCodes): ValueMatches {
  const exactGenders = new Set(genders.map(({ code }) => code));
  const exactSchools = new Set(schools.map(({ code }) => code));
  const byGender = uniqueBy(genders, ({ code, description }) => [plain(code), plain(description)]);
  const bySchool = uniqueBy(schools, ({ code, description }) => [
    withoutZeros(plain(code)),
    plain(description),
  ]);
  return {
    gender: (value) => (exactGenders.has(value) ? value : (byGender.get(plain(value)) ?? value)),
    school: (value) =>
      exactSchools.has(value)
        ? value
        : (bySchool.get(withoutZeros(plain(value))) ?? bySchool.get(plain(value)) ?? value),
  };
}

const plain = (text: string): string => text.trim().toLowerCase();

const withoutZeros = (text: string): string => text.replace(/^0+(?=.)/, '');

/** Keys that lead to one code only. */
function uniqueBy(codes: readonly Code[], keysOf: (code: Code) => string[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const code of codes)
    for (const key of keysOf(code))
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(code.code));
  return new Map(
    [...found].flatMap(([key, of]) => (of.size === 1 ? [[key, ...of] as [string, string]] : [])),
  );
}

/** The record with its gender and school numbers as the district's codes. */
export function withMatches(
  record: Record<string, unknown>,
  { gender, school }: ValueMatches,
): Record<string, unknown> {
  const matched = { ...record };
  if (typeof record.gender === 'string') matched.gender = gender(record.gender);
  if (Array.isArray(record.positions))
    matched.positions = record.positions.map((position: Record<string, unknown>) =>
      typeof position.schoolNumber === 'string'
        ? { ...position, schoolNumber: school(position.schoolNumber) }
        : position,
    );
  return matched;
}
