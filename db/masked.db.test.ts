import { expect, test } from 'vitest';
import { rowWriter } from './rows.ts';
import { maskerOf } from './schema/masked.ts';
import { errorLog } from './schema/records.ts';
import { textRow } from './sql-text.ts';
import { allTables } from './testing/all-tables.ts';
import { asOwner } from './testing/database.ts';
import { testDistrict } from './testing/district.ts';

/** Why a text is stored as it is. Every other text of every table is masked as it is written. */
const EXACT: Record<string, string[]> = {
  'people’s own data: exact in their tables, and in what compares and reports them': [
    ...['person.staff_number', 'person.staff_number_key', 'person.gender', 'person.ssn_last4'],
    ...['person.work_phone', 'person.cell_phone', 'person.other_phone', 'person.work_email'],
    ...['person.personal_email', 'identity.last_name', 'identity.first_name', 'identity.middle_name'],
    ...['identity.last_name_key', 'identity.first_name_key', 'household.name', 'household.phone'],
    ...['address.match_key', 'address.number', 'address.prefix', 'address.street', 'address.tag'],
    ...['address.direction', 'address.apt', 'address.city', 'address.state', 'address.zip'],
    ...['address.county', 'address.location_code', 'address.tract', 'address.block'],
    ...['address_decision.before', 'guardianship.relationship', 'enrollment.grade'],
    ...['combination.other_name', 'change_journal.changes', 'held_out.staff_number'],
    ...['held_out.staff_number_key', 'staged_staff.staff_number_key', 'staged_staff.record'],
    ...['known_record.staff_number_key', 'known_record.record', 'known_record.sent'],
    ...['known_record.ssn_last4', 'agreed_staff.entries'],
    ...['staged_staff.sent', 'staged_staff.ssn_last4', 'set_aside_staff.staff_number'],
    ...['set_aside_staff.staff_number_key', 'set_aside_staff.hr', 'sync_result.staff_number'],
    ...['difference.staff_number', 'difference.search_text', 'difference.fields', 'difference.campus'],
    ...['difference.hr', 'difference.why', 'difference.person_key', 'difference.tags', 'difference.digest'],
    ...['reviewed_change.staff_number_key', 'reviewed_change.digest'],
    ...['staff_notice.staff_number', 'staff_notice.name'],
    'hr_notice.detail',
  ],
  'the district’s reference values': [
    ...['assignment_code.code', 'assignment_code.description', 'gender.code', 'gender.description'],
    ...['school.school_number', 'school.name', 'school.type', 'section.school_number', 'section.name'],
    ...['title.code', 'title.description', 'enrollment.school_number', 'staged_staff.new_titles'],
    ...['district_assignment.school_number', 'district_assignment.assignment_code'],
    ...[
      'district_assignment.title_code',
      'codes_seen.codes',
      'district.short_id',
      'district.app_name',
      'district.name',
    ],
    'district.time_zone',
    // An admin's choice, compared with what HR sends.
    ...['value_mapping.value', 'value_mapping.code'],
  ],
  'who signs in or calls: made by Campus, or found by it': [
    ...[
      'app_user.username',
      'app_user.email',
      'app_user.password_hash',
      'api_client.client_id',
      'staged_call.sent_by_id',
      'call_window.client_id',
    ],
    'held_file.owner_id',
    // In words of a fixed list, never the sender's own.
    'session.browser',
  ],
  'where a feed connects: an address with a port can look like an SSN': ['feed.source'],
  'how an identity provider is reached, and its groups, which are compared': ['identity_provider.settings'],
  'what an identity provider said of a person, whose stable name is compared': ['provider_visit.answer'],
  'a network address, checked to be one, or a blind index': [
    ...['session.address', 'sign_in_failure.address', 'sign_in_failure.username', 'audit_event.address'],
    ...['error_log.address', 'provider_visit.address'],
    'api_client.last_used_from',
  ],
  'an HMAC, a hash, a sealed body, or headers of an answer that names its person': [
    ...['idempotency_key.key', 'idempotency_key.path', 'idempotency_key.body', 'idempotency_key.headers'],
    ...[
      'idempotency_key.method',
      'column_mapping.content_key',
      'held_file.sha256',
      'feed_run.sha256',
      'feed.host_key',
      'error_log.repeat_key',
      'request_log.repeat_key',
    ],
  ],
  'Campus’ own words, ids and numbers': [
    ...['error_log.state', 'provider_visit.purpose', 'provider_visit.problem'],
    ...['api_client.scopes', 'access_token.scopes', 'tool_right.right', 'commit_hold.limits'],
    ...['commit_schedule.kind', 'off_hours.begins', 'off_hours.ends', 'address_decision.kind'],
    ...['change_journal.origin', 'combination.moved', 'audit_event.actor_kind', 'audit_event.action'],
    ...['held_file.type', 'held_file.step', 'value_mapping.kind', 'unknown_value.kind'],
    ...['hidden_steps.open', 'feed.at', 'feed.policy', 'feed_run.status', 'feed_run.trigger'],
    ...['mail_choice.type', 'mail.type', 'mail.event_key', 'mail.outcome', 'mail.problem'],
    ...['message.type', 'message.event_key', 'notification.type', 'staff_notice.event', 'sync_job.kind'],
    ...['sync_job.status', 'sync_result.outcome', 'sync_run.kind', 'sync_run.status', 'retention.kind'],
    ...[
      'hr_notice.kind',
      'hr_notice.subject',
      'difference.section',
      'validation.summary',
      'validation.totals',
      'validation.facets',
      'validation.basis',
      'agreed_staff.basis',
    ],
  ],
};

test('every text of every table is masked, or exact for a reason', async () => {
  const stored = await asOwner<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')
        and (data_type in ('text', 'character varying', 'jsonb', 'json', 'xml', 'character')
          or (data_type = 'ARRAY' and udt_name in ('_text', '_varchar', '_jsonb'))) order by 1`,
  );
  const masked = (await allTables()).flatMap(({ name, columns }) =>
    columns.filter(({ column }) => maskerOf(column)).map(({ sqlName }) => `${name}.${sqlName}`),
  );
  const exact = Object.values(EXACT).flat();
  expect(stored.map(({ column }) => column).sort()).toEqual([...masked, ...exact].sort());
  expect(masked.length).toBeGreaterThan(40);
});

const errors = rowWriter(errorLog, [
  ...(['id', 'occurredAt', 'action', 'path', 'status', 'message', 'errors', 'staffNumber'] as const),
]);

test('a row’s masked columns are masked, JSON and text, and others are not', async () => {
  const ctx = await testDistrict();
  const id = ctx.newId();
  const row = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await errors.insert(tx, [
      {
        ...{ id, occurredAt: ctx.now, action: 'GET', path: '/x/412-10-8751', status: 422 },
        ...{ message: 'four 412108751', staffNumber: '412.10.8751' },
        errors: JSON.stringify([{ message: '412 10 8751', password: 'secret' }]),
      },
    ]);
    return textRow(tx, `select path, message, errors, staff_number from error_log where district_id = $1`, [
      tx.districtId,
    ]);
  });
  expect(row).toEqual({
    path: '/x/***-**-****',
    message: 'four *********',
    errors: [{ message: '*** ** ****', password: '***' }],
    staff_number: '***.**.****',
  });
});
