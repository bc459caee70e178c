/** What the Staff directory can be narrowed to; several narrow together. Without one it shows complete staff (SRCH-1). */
export const STAFF_FILTERS = ['incomplete', 'noNumber', 'duplicateNumber', 'hrManaged'] as const;
export type StaffFilter = (typeof STAFF_FILTERS)[number];

/** What the Staff directory can be sorted by; with a `-` before it the other way round. */
export const STAFF_SORTS = ['name', 'staffNumber', 'birthDate'] as const;
export type StaffSort = (typeof STAFF_SORTS)[number];
export type StaffOrder = StaffSort | `-${StaffSort}`;
export const STAFF_ORDERS = STAFF_SORTS.flatMap((sort) => [sort, `-${sort}`] as const);
