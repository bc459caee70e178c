import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.ts';

test('a test file that could not be loaded has failed', () => {
  const failed = { status: 'failed', assertionResults: [] };
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [failed, { status: 'passed', assertionResults: [1] }],
  };
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2 });
});

test('an error outside of any browser test has failed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(playwrightCounts(report)).toEqual({ passed: 6, failed: 2 });
});
