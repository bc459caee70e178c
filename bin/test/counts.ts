import { stripVTControlCharacters } from 'node:util';

export interface Counts {
  passed: number;
  failed: number;
  /** A line for each test that failed: its file, its name and the first line of its error. */
  failures: string[];
}

interface VitestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
}

/** Of Vitest's JSON report. A file that could not be loaded has no test, yet has failed. */
export function vitestCounts(report: {
  numPassedTests: number;
  numFailedTests: number;
  testResults: VitestFile[];
}): Counts {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((one) => one.status === 'failed')
      .map((one) => line(file.name, one.fullName, one.failureMessages?.[0])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    failures: [...tests, ...unloaded.map((file) => line(file.name, 'could not be loaded', file.message))],
  };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; file: string; tests: PlaywrightTest[] }[];
}
interface PlaywrightTest {
  status: string;
  results: { error?: { message?: string } }[];
}

/** Of Playwright's JSON report. A test that passed only at a retry, and an error outside of any test, failed. */
export function playwrightCounts(report: {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}): Counts {
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap((spec) =>
      spec.tests
        .filter((one) => one.status === 'unexpected' || one.status === 'flaky')
        .map((one) => line(spec.file, spec.title, one.results.find((it) => it.error)?.error?.message)),
    );
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
    failures: [...tests, ...report.errors.map((one) => line('outside of any test', '', one.message))],
  };
}

const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];

const line = (file: string, name: string, error = 'no message'): string =>
  `${file} › ${name}: ${stripVTControlCharacters(error).split('\n', 1)[0]}`;
