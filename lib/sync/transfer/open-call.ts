/** A call under way: its records are copied aside, where nobody sees them until it is published. */
export interface OpenCall {
  id: string;
  runId: string;
  newId: () => string;
}

/** How a call's answers name its records. */
export interface CallPlaces {
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array and for lines. */
  pointer: string;
  /** Where a record is, for a message: `at /staffMembers/3`, or `on line 5` of a file. */
  placeOf: (index: number) => string;
}
