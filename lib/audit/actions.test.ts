import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { ACTIONS, type AuditAction, actionOf } from './actions.ts';
import { type Action, Detail } from './sentence.ts';

const names: Record<string, string> = {
  combined: 'Brown, Al',
  restored: 'Brown, Al',
  dropped: '4 Oak St',
  other: '4 Oak St',
};

/** As the page writes an event, with the target's name given. */
function written(action: AuditAction, it: string, detail: Record<string, unknown> | null): string {
  const known: Action = ACTIONS[action];
  const read = new Detail(detail);
  return known
    .sentence({
      it: { text: it },
      detail: read,
      of: (key) =>
        known.others?.[key] && detail?.[key] !== undefined
          ? [detail[key]].flat().map((id) => ({ text: names[key] ?? String(id) }))
          : [],
      moment: (key) => read.text(key) && '11/24/2026 10:00 PM',
    })
    .map(({ text }) => text)
    .join('');
}

const RUN = 'the synchronization of 11/24/2026 12:00 PM';
const GUARDS = { enabled: true, created: 10, secondPerson: false };

/** What each action records, and its sentence. */
const EXAMPLES: Record<AuditAction, [it: string, detail: Record<string, unknown> | null, sentence: string]> =
  {
    'sign in': ['pat', { code: 'recovery code' }, 'Signed in with a recovery code.'],
    'sign in failed': [
      'Lee, Pat (pat)',
      { wrong: 'password' },
      'Failed to sign in as Lee, Pat (pat). The username or password was wrong.',
    ],
    'sign out': ['pat', null, 'Signed out.'],
    'invitation.used': ['Lee, Pat (pat)', null, 'Chose a password for Lee, Pat (pat) by a link.'],
    'invitation.refused': [
      'Lee, Pat (pat)',
      { reason: 'expired' },
      'Opened a link for Lee, Pat (pat) that no longer works. The link had expired.',
    ],
    'account.confirm-failed': ['pat', { reason: 'code' }, 'Entered a wrong code when asked for it again.'],
    'account.password': ['pat', null, 'Changed their own password.'],
    'account.end-session': ['pat', null, 'Ended one of their own sessions.'],
    'account.end-other-sessions': ['pat', null, 'Ended all of their other sessions.'],
    'account.recovery-codes': ['pat', null, 'Got new recovery codes. The previous ones no longer work.'],
    'account.second-factor-on': ['pat', null, 'Turned their second factor on.'],
    'account.second-factor-off': ['pat', null, 'Turned their second factor off.'],
    'single-sign-on.create': [
      'https://login.example.org',
      { groups: 2 },
      'Set up single sign-on with https://login.example.org.',
    ],
    'single-sign-on.edit': [
      'https://login.example.org',
      { groups: 2, secret: 'changed' },
      'Changed the settings of single sign-on with https://login.example.org. The client secret was changed.',
    ],
    'single-sign-on.on': ['', null, 'Switched single sign-on on.'],
    'single-sign-on.off': ['', null, 'Switched single sign-on off.'],
    'single-sign-on.passwords-off': ['', null, 'Turned passwords off for everybody but emergency admins.'],
    'single-sign-on.passwords-on': ['', null, 'Turned passwords on again.'],
    'single-sign-on.emergency': ['', { names: ['kim', 'lee'] }, 'Chose the emergency admins: kim and lee.'],
    'single-sign-on.linked': [
      'Lee, Pat (pat)',
      null,
      'Linked Lee, Pat (pat) with an account of the identity provider.',
    ],
    'single-sign-on.unlinked': [
      'Lee, Pat (pat)',
      null,
      'Unlinked Lee, Pat (pat) from the account of the identity provider.',
    ],
    'single-sign-on.rights': [
      'Lee, Pat (pat)',
      { given: ['Staff'], taken: ['Error Log', 'Addresses'] },
      'Changed the tool rights of Lee, Pat (pat) by their groups. Given: Staff. Taken: Error Log and Addresses.',
    ],
    'single-sign-on.refused': [
      'Lee, Pat (pat)',
      { problem: 'refused', reason: 'The provider sends no ID token.' },
      'Could not sign in by single sign-on. The answer of the identity provider was not accepted. The provider sends no ID token.',
    ],
    'user.create': [
      'Lee, Ann (ann)',
      { rights: ['Staff', 'Error Log'], by: 'link' },
      'Created the user Lee, Ann (ann). Tool rights: Staff and Error Log. They choose their password by a link.',
    ],
    'user.edit': [
      'Lee, Ann (ann)',
      { given: ['Staff'], taken: ['Addresses'], renamed: true, email: 'ann@edfi.org' },
      'Edited the user Lee, Ann (ann). Tool rights given: Staff. Tool rights taken: Addresses. The name was changed. The e-mail address is now ann@edfi.org.',
    ],
    'user.disable': [
      'Lee, Ann (ann)',
      { given: [], taken: [], renamed: false },
      'Disabled the user Lee, Ann (ann).',
    ],
    'user.enable': [
      'Lee, Ann (ann)',
      { given: [], taken: [], renamed: false },
      'Enabled the user Lee, Ann (ann).',
    ],
    'user.reset-password': ['Lee, Ann (ann)', null, 'Gave Lee, Ann (ann) a temporary password.'],
    'user.reset-by-link': [
      'Lee, Ann (ann)',
      { by: 'e-mail' },
      'Reset the password of Lee, Ann (ann) by a link. The link was sent by e-mail.',
    ],
    'user.reset-by-operator': [
      'Lee, Ann (ann)',
      null,
      'Reset the password and the second factor of Lee, Ann (ann) as the operator.',
    ],
    'user.remove-second-factor': ['Lee, Ann (ann)', null, 'Removed the second factor of Lee, Ann (ann).'],
    'policy.second-factor-required': ['', { withoutFactor: 3 }, 'Required a second factor of every user.'],
    'policy.second-factor-optional': ['', { withoutFactor: 0 }, 'Made the second factor optional.'],
    'client.create': [
      'Payroll',
      { name: 'Payroll', scopes: ['staff.read', 'staff.sync'], expiresOn: '2027-06-30' },
      'Created the API client Payroll. Scopes: staff.read and staff.sync. Last day: 6/30/2027.',
    ],
    'client.edit': [
      'Payroll',
      { scopes: ['staff.read'], expiresOn: null, disabled: true },
      'Edited the API client Payroll. Scopes: staff.read. It is disabled.',
    ],
    'client.test': ['Payroll', null, 'Tested the connection of the API client Payroll.'],
    'client.reveal-secret': ['Payroll', null, 'Looked at the client secret of Payroll.'],
    'client.new-secret': [
      'Payroll',
      { old: 'revoked' },
      'Generated a new client secret for Payroll. The previous secret stopped at once.',
    ],
    'client.revoke-secret': ['Payroll', null, 'Stopped the previous client secret of Payroll.'],
    'client.hand-over': ['Payroll', null, 'Made a one-time link to hand over the credentials of Payroll.'],
    'client.hand-over-opened': ['Payroll', null, 'Opened the one-time link to the credentials of Payroll.'],
    'client.hand-over-refused': [
      'Payroll',
      { reason: 'opened' },
      'Tried a one-time link to the credentials of Payroll that does not work. It was opened before.',
    ],
    'client.hand-over-withdrawn': [
      'Payroll',
      null,
      'Withdrew the one-time link to the credentials of Payroll.',
    ],
    'person.search-ssn': ['', { found: true }, 'Searched for a Social Security number. Somebody has it.'],
    'person.edit': [
      'Brown, Kim',
      { section: 'District Employment', changes: 2 },
      'Edited District Employment of Brown, Kim.',
    ],
    'person.change-number': [
      'Brown, Kim',
      { staffNumber: '20058', reason: 'HR renumbered' },
      'Changed the staff number of Brown, Kim to 20058. Reason: HR renumbered',
    ],
    'person.remove-employment': [
      'Brown, Kim',
      { reason: 'Wrong year' },
      'Removed an employment of Brown, Kim. Reason: Wrong year',
    ],
    'person.unlock': [
      'Brown, Kim',
      { hours: 1, reason: 'Payday' },
      'Unlocked what HR manages of Brown, Kim for 1 hour. Reason: Payday',
    ],
    'person.lock': ['Brown, Kim', {}, 'Ended the emergency unlock of Brown, Kim.'],
    'person.combine': ['Brown, Kim', { combined: 'x', changes: 3 }, 'Combined Brown, Al into Brown, Kim.'],
    'person.undo-combine': [
      'Brown, Kim',
      { restored: 'x' },
      'Undid the combination of Brown, Al and Brown, Kim.',
    ],
    'people.import': [
      '',
      { people: 1_200, skipped: 0 },
      'Imported 1,200 people from a file on the command line.',
    ],
    'address.merge': [
      '4 Oak Street',
      { dropped: 'x', households: 1 },
      'Merged 4 Oak St into 4 Oak Street. 1 household moved to the kept address.',
    ],
    'address.different': [
      '4 Oak Street',
      { other: 'x' },
      'Marked 4 Oak Street and 4 Oak St as not the same.',
    ],
    'address.undo': [
      '4 Oak Street',
      { other: 'x', kind: 'merged', putBack: 1, stays: 0 },
      'Undid the merge of 4 Oak St into 4 Oak Street.',
    ],
    'codes.add': [
      '777',
      { kind: 'schools', after: { name: 'Lakeside', type: null, active: true } },
      'Added the school 777: Lakeside.',
    ],
    'codes.edit': [
      '777',
      {
        kind: 'schools',
        before: { name: 'Lakeside', type: null, active: true },
        after: { name: 'Lake', type: null, active: false },
      },
      'Changed the school 777: the name from “Lakeside” to “Lake”; active from yes to no.',
    ],
    'codes.remove': ['T1', { kind: 'titles', before: { name: 'Coach' } }, 'Removed the title T1: Coach.'],
    'codes.import': [
      'assignment-codes',
      { created: 2, changed: 0 },
      'Imported assignment codes on the command line: 2 created, 0 changed.',
    ],
    'mapping.save': [
      'HHS',
      { client: 'Payroll', kind: 'schools', before: '001', after: '010' },
      'Mapped the school “HHS” of Payroll to 010. It was 001 before.',
    ],
    'mapping.remove': [
      'HHS',
      { client: 'Payroll', kind: 'schools', before: '010' },
      'Removed the mapping of the school “HHS” of Payroll to 010.',
    ],
    'notification.create': [
      'x',
      { type: 'HR-Staff', added: ['Lee, Ann', 'Poe, Kim'] },
      'Created a notification of HR-Staff. Recipients added: Lee, Ann and Poe, Kim.',
    ],
    'notification.edit': [
      'x',
      { type: 'HR-Staff', added: [], removed: ['Lee, Ann'] },
      'Edited a notification of HR-Staff. Recipients removed: Lee, Ann.',
    ],
    'notification.delete': [
      'x',
      { type: 'HR Sync Commit', added: [], removed: ['Lee, Ann'] },
      'Deleted a notification of HR Sync Commit. Recipients removed: Lee, Ann.',
    ],
    'notification.limits': [
      '',
      { before: { errorLimit: null }, after: { errorLimit: 1_000 } },
      'Changed when Campus notifies of errors and silent vendors: errors from none to 1,000.',
    ],
    'error.resolve': ['x', { entries: 1 }, 'Resolved 1 entry of the error log.'],
    'error.ignore': ['x', { entries: 12 }, 'Ignored 12 entries of the error log.'],
    'error.reopen': ['x', { entries: 2 }, 'Reopened 2 entries of the error log.'],
    'district.create': [
      'grand-bend',
      { timeZone: 'America/Chicago' },
      'Created the district grand-bend, in the time zone America/Chicago.',
    ],
    'district.export': ['grand-bend', null, 'Exported the district grand-bend on the command line.'],
    'retention.set': [
      '',
      { errors: { before: 400, after: 90 } },
      'Changed how long data is kept: the error log from 400 to 90 days.',
    ],
    'sync.start': [
      RUN,
      { discarded: true, ofOthers: [{ name: 'Payroll', staff: 1_200 }] },
      `Started ${RUN}. What was staged before was discarded. 1,200 of it came from Payroll.`,
    ],
    'sync.transfer': [
      RUN,
      { received: 300, setAside: 9 },
      `Transferred 300 staff members by file to ${RUN}. 9 of them were set aside.`,
    ],
    'sync.upload.problems': ['x', { rows: 9 }, 'Downloaded 9 rows with problems of a file.'],
    'sync.end': [RUN, { received: 300 }, `Ended the transfer of ${RUN}. 300 staff members were received.`],
    'sync.validate': [RUN, { scheduled: true }, `Validated ${RUN} before its scheduled commit.`],
    'sync.commit': [
      RUN,
      { total: 300, feed: 'Nightly' },
      `Requested the commit of ${RUN}, 300 staff members. The feed Nightly asked for it.`,
    ],
    'sync.committed': [
      RUN,
      { created: 2, updated: 10, unchanged: 0, held: 1, failed: 3 },
      `Committed ${RUN}. Staff: 2 created, 10 updated, 1 excluded, 3 failed.`,
    ],
    'sync.held': [
      RUN,
      { limits: [{ limit: 'created', found: 120, of: 500, percent: 10 }] },
      `Held the commit of ${RUN} for approval. Above the limits: 120 people created.`,
    ],
    'sync.approve': [
      RUN,
      { limits: [], reason: 'New school' },
      `Approved the commit of ${RUN}. Reason: New school`,
    ],
    'sync.schedule': [
      RUN,
      { when: 'time', dueAt: '2026-11-25T04:00:00Z' },
      `Scheduled the commit of ${RUN} for 11/24/2026 10:00 PM.`,
    ],
    'sync.unschedule': [
      RUN,
      { when: 'time', dueAt: '2026-11-25T04:00:00Z' },
      `Cancelled the scheduled commit of ${RUN}, due 11/24/2026 10:00 PM.`,
    ],
    'sync.cancel': [RUN, { state: 'validated' }, `Cancelled ${RUN} after the validation.`],
    'sync.undo': [RUN, { total: 12 }, `Requested the undo of ${RUN}, 12 people.`],
    'sync.undone': [
      RUN,
      { restored: 10, putBack: 0, removed: 2, kept: 1, unchanged: 0, failed: 0 },
      `Undid the commit of ${RUN}. Staff: 10 restored, 2 removed, 1 kept.`,
    ],
    'sync.holdOut': [
      '207284',
      { reason: 'Not sure', staffNumbers: ['207284', '207285'] },
      'Excluded the staff numbers 207284 and 207285 from commits. Reason: Not sure',
    ],
    'sync.letIn': ['207284', null, 'Included the staff number 207284 in commits again.'],
    'sync.guards': [
      '',
      { before: GUARDS, after: { ...GUARDS, created: 20, secondPerson: true } },
      'Changed the commit guards: people created (percent) from 10 to 20; a second person approves from no to yes.',
    ],
    'sync.settings': [
      '',
      { before: { commitLimit: null }, after: { commitLimit: 500 } },
      'Changed the settings of synchronizations: the largest commit that waits for its answer from none to 500.',
    ],
    'sync.offHours': [
      '',
      {
        before: { days: [1, 2, 3, 4, 5, 6, 7], begins: '22:00', ends: '05:00' },
        after: { days: [6, 7], begins: '20:00', ends: '05:00' },
      },
      'Changed the off hours from every day, 22:00 to 05:00 to Saturday, Sunday, 20:00 to 05:00.',
    ],
    'sync.mapping': ['Payroll file', { version: 2 }, 'Saved the file mapping Payroll file, version 2.'],
    'sync.mapping.remove': ['Payroll file', null, 'Removed the file mapping Payroll file.'],
    'feed.create': [
      'Nightly',
      { source: 'sftp', policy: 'commit', secret: 'changed' },
      'Created the feed Nightly. Source: an SFTP server.',
    ],
    'feed.edit': [
      'Nightly',
      { source: 'folder', policy: 'stop', secret: 'changed' },
      'Edited the feed Nightly. Source: a folder. Its password or key was changed.',
    ],
    'feed.pause': ['Nightly', null, 'Paused the feed Nightly.'],
    'feed.resume': ['Nightly', null, 'Resumed the feed Nightly.'],
    'feed.run': ['Nightly', null, 'Ran the feed Nightly at once.'],
    'feed.delete': ['Nightly', null, 'Deleted the feed Nightly.'],
  };
const ALL = Object.entries(EXAMPLES) as [AuditAction, (typeof EXAMPLES)[AuditAction]][];

test.each(ALL)('%s is a sentence', (action, [it, detail, sentence]) => {
  expect(written(action, it, detail)).toBe(sentence);
});

// An event of an earlier release may lack what this one records.
test.each(Object.keys(ACTIONS) as AuditAction[])('%s is a sentence without details, too', (action) => {
  const sentence = written(action, '“it”', null);
  expectPlainSentences(sentence);
  expect(sentence).not.toMatch(/ {2}| \.|: ?\.|\bof \./);
  expect(actionOf(action)?.name).toMatch(/^[A-Z][^.]+$/);
});

test.each([{ given: 'Staff', limits: [1], before: [], created: 'x', staffNumbers: [1], reason: 3 }])(
  'details of another shape are left out: %o',
  (detail) => {
    for (const action of Object.keys(ACTIONS) as AuditAction[])
      expectPlainSentences(written(action, 'It', detail));
  },
);

test('an action of an earlier release has no sentence', () => {
  expect(actionOf('toString')).toBeUndefined();
});

test.each([
  [1, '1 of them was'],
  [2, '2 of them were'],
])('%i set aside', (setAside, said) => {
  expect(written('sync.transfer', RUN, { received: 3, setAside })).toMatch(` ${said} set aside.`);
});

test.each([
  [{ version: 2, kind: 'genders', value: 'W', after: 'F' }, '“W” is F.'],
  [{ version: 2, kind: 'schools', value: '15', after: null }, 'Rows with “15” are ignored.'],
  [{ version: 2, kind: 'schools', value: '15', removed: true }, '“15” is no longer mapped.'],
])('a file mapping whose value was changed says so: %o', (detail, added) => {
  expect(written('sync.mapping', 'Payroll', detail)).toBe(
    `Saved the file mapping Payroll, version 2. ${added}`,
  );
});
