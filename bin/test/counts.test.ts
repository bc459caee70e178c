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

test('a flaky browser test has failed, and so has an error outside of any test', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3 });
});
