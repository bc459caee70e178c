/** What results can be sorted by; with a `-` before it the other way round. Unsorted they are in the order HR sent them. */
export const RESULT_SORTS = ['staffNumber', 'name', 'outcome'] as const;
export const RESULT_ORDERS = RESULT_SORTS.flatMap((sort) => [sort, `-${sort}`] as const);
export type ResultOrder = (typeof RESULT_ORDERS)[number];
