import { REMOVALS } from './removals.ts';

/**
 * Tables that nothing is removed from because of its age, and what bounds each. A table is either here or in `REMOVALS`:
 * a test fails on one that is in neither, so that none grows without bound unnoticed.
 */
export const BOUNDED = {
  district: 'the districts',
  app_user: 'the users of a district',
  tool_right: 'the users',
  recovery_code: 'the users; new codes replace the old ones',
  favourite: 'the users, and the pages',
  hidden_steps: 'the users',
  linked_identity: 'the users',
  mail_choice: 'the users, and the types of e-mail',
  notification: 'what admins set up',
  notification_recipient: 'what admins set up',
  sign_in_policy: 'one row a district',
  identity_provider: 'one row a district',
  sync_setting: 'one row a district',
  commit_guard: 'one row a district',
  off_hours: 'one row a district',
  alert_setting: 'one row a district',
  retention: 'one row for each kind of data',
  api_client: 'the HR systems of a district',
  call_window: 'one row a client',
  api_client_secret: 'one row each time that somebody generates a secret',
  feed: 'what admins set up',
  value_mapping: 'the values that HR uses',
  unknown_value: 'its limit: the oldest go',
  column_mapping: 'its limit: the oldest go',
  commit_schedule: 'one row a district',
  staff_notice_window: 'one row a district',
  staff_notice: 'a window of five minutes; it is emptied at its end',
  school: 'the schools',
  gender: 'the codes',
  assignment_code: 'the codes',
  title: 'the titles',
  section: 'the sections',
  section_staff: 'the sections',
  person: 'the people in Campus',
  identity: 'the people, and how often their names change',
  employment: 'the people, and their careers',
  district_assignment: 'the people, and their careers',
  enrollment: 'the people',
  guardianship: 'the people',
  household: 'the people',
  household_member: 'the people, and how often they move',
  household_location: 'the people, and how often they move',
  address: 'the addresses of the people',
  address_decision: 'what admins decided about pairs of addresses',
  hr_notice: 'the people; the next record of HR settles them',
  held_out: 'the people who are excluded from commits',
  reviewed_change: 'the users, and the people',
  agreed_staff: 'the people',
  known_record: 'the numbers that HR sends; a commit forgets others',
  codes_seen: 'one row a district',
  held_file_part: 'the held files; removed with them',
  sync_job: 'the synchronizations; removed with them',
  validation: 'the synchronizations; removed with them',
  commit_hold: 'the synchronizations; removed with them',
} as const satisfies Record<string, string>;

/** The tables of no district, in the schema `app`, and what bounds each. */
export const OF_NO_DISTRICT = {
  migration: 'the migrations',
  pause: 'one row',
  closed_district: 'the districts that were closed',
  tidy_turn: 'one row a district',
  caller: 'one row',
  new_form: 'one row a form',
  operator_session: 'a week after its end or its link’s',
  operator_event: '2,555 days',
} as const satisfies Record<string, string>;

/** Tables that age bounds, each with what it is kept for. Of `sync_result` the rows of unchanged staff go first. */
export const AGED: ReadonlyMap<string, string> = new Map(REMOVALS.map(({ table, kept }) => [table, kept]));
