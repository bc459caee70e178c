import { expect, test } from 'vitest';
import { commitMessage, type EndedCommit } from './commit-message.ts';

const job: EndedCommit = {
  id: 'j1',
  runId: 'r1',
  kind: 'commit',
  status: 'completed',
  processed: 1_204,
  total: 1_204,
  created: 1_200,
  updated: 1,
  unchanged: 1,
  held: 1,
  removed: 0,
  failed: 1,
  failure: null,
  byClient: false,
};
const failures = [{ staffNumber: '7', message: 'The school is unknown.' }];

test('a completed commit has its counts and the first failures', () => {
  expect(commitMessage({ ...job, failed: 2 }, failures)).toEqual({
    subject: 'Staff synchronization committed, 2 failed',
    body: [
      '1,200 created, 1 updated, 1 unchanged, 1 excluded, 2 failed of 1,204 staff members.',
      '\nFailed:',
      '7: The school is unknown.',
      'and 1 more.',
    ].join('\n'),
  });
});

test('a commit that ended early says how many were not processed, and why', () => {
  const cancelled = commitMessage({ ...job, status: 'cancelled', failed: 0, processed: 1_203 }, []);
  expect(cancelled.subject).toBe('The commit of a staff synchronization was cancelled');
  expect(cancelled.body).toContain('1 staff member was not processed. What was committed before is kept.');
  const failed = commitMessage({ ...job, status: 'failed', failed: 0, processed: 0, failure: 'Why.' }, []);
  expect(failed.body).toMatch(/1,204 staff members were not processed\. .*\nWhy\.$/);
});

test('an undo has words of its own', () => {
  const { subject, body } = commitMessage({ ...job, kind: 'undo', failed: 0, total: 1 }, []);
  expect(subject).toBe('A commit of a staff synchronization was undone');
  expect(body).toBe(
    '1 restored, 1,200 created again, 0 removed, 1 kept because they were edited since then, 1 already in the previous state, 0 failed of 1 staff member.',
  );
});
