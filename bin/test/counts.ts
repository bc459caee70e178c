export interface Counts {
  passed: number;
  failed: number;
}

/** Of Vitest's JSON report. A file that could not be loaded has no test, yet has failed. */
export const vitestCounts = (report: {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}): Counts => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
      .length,
});

/** Of Playwright's JSON report. A test that passed only at a retry, and an error outside of any test, failed. */
export const playwrightCounts = (report: {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}): Counts => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
});
