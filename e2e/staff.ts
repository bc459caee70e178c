/** A StaffMember as HR sends one, in the values of db/testing/reference-values.ts. */
export const pat = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ...over,
});

export const teacher = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  schoolNumber: '010',
  assignmentCode: '20',
  startDate: '2023-08-14',
  ...over,
});

/** `count` different people, numbered from `first`. */
export const staffOf = (count: number, first = 20_000): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) =>
    pat({ staffNumber: String(first + i), lastName: `Staff ${first + i}`, positions: [teacher()] }),
  );
