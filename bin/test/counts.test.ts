import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.ts';

test('a test file that could not be loaded has failed, and each failure is named with its first line', () => {
  const unloaded = {
    name: 'a.test.ts',
    status: 'failed',
    message: 'no such module\n at x',
    assertionResults: [],
  };
  const tested = {
    name: 'b.test.ts',
    status: 'failed',
    message: '',
    assertionResults: [
      { status: 'passed', fullName: 'adds', failureMessages: [] },
      { status: 'failed', fullName: 'subtracts', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n at y'] },
    ],
  };
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [unloaded, tested] };
  expect(vitestCounts(report)).toEqual({
    passed: 3,
    failed: 2,
    failures: ['b.test.ts › subtracts: expected 1', 'a.test.ts › could not be loaded: no such module'],
  });
});

test('a flaky browser test has failed, and so has an error outside of any test', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'pages/x.spec.ts',
    tests: [{ status, results: [{}, { error: { message: `${title} broke\n at z` } }] }],
  });
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1 },
    errors: [{ message: 'no server' }],
    suites: [
      {
        specs: [spec('one', 'flaky')],
        suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'expected')] }],
      },
    ],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 5,
    failed: 3,
    failures: [
      'pages/x.spec.ts › one: one broke',
      'pages/x.spec.ts › two: two broke',
      'outside of any test › : no server',
    ],
  });
});
