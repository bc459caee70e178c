/** Days that a kind of data is kept if nothing else was chosen, and what an operator may choose. */
interface Limits {
  days: number;
  least: number;
  most: number;
}

const TEN_YEARS = 3_650;
/** A school year and the beginning of the next. */
const SCHOOL_YEAR = 400;
/** Three school years. */
const SCHOOL_YEARS = 1_100;

/**
 * What a district keeps for a number of days (docs/operators/kept-data.md says what is lost after them). What a
 * synchronization left is counted from its end, everything else from when it happened.
 */
export const KINDS = {
  /** What synchronizations did with each staff member; those of the last commit stay. */
  results: { days: SCHOOL_YEAR, least: 30, most: TEN_YEARS },
  /** The same of staff without changes: nearly all of a usual night. */
  unchangedResults: { days: 14, least: 1, most: TEN_YEARS },
  /** Entries of validation reports; those of the last commit stay. */
  reports: { days: 30, least: 1, most: TEN_YEARS },
  /** The journal: what changed of whom. Without it a synchronization can't be undone. */
  changes: { days: SCHOOL_YEARS, least: 30, most: TEN_YEARS },
  /** Synchronizations and runs of feeds, with their figures. */
  runs: { days: SCHOOL_YEARS, least: 90, most: TEN_YEARS },
  /** What HR sent, after the synchronization has ended. The next one removes it in any case. */
  staging: { days: 14, least: 1, most: 365 },
  /** The error log (ERR-3). */
  errors: { days: SCHOOL_YEAR, least: 30, most: TEN_YEARS },
  /** The request log. */
  requests: { days: 30, least: 1, most: SCHOOL_YEAR },
  /** Messages in Message Centers. */
  messages: { days: SCHOOL_YEAR, least: 30, most: TEN_YEARS },
  /** The audit log, and what admins unlocked or handed over. `app.remove_old_audit` keeps a year in any case. */
  audit: { days: 2_555, least: 365, most: TEN_YEARS },
} as const satisfies Record<string, Limits>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
