/** What a vendor reads when a staff member can't be answered or changed. */
export const STAFF_TEXTS = {
  changedSince: () =>
    'The staff member was changed since you read them. Read them again, then send your change with the new ETag.',
  gone: () => 'This staff member is no longer in Campus.',
} as const;
