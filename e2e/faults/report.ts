import { loadavg } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { STANDSTILL } from './standstill.ts';

interface Scenario {
  name: string;
  times: number;
  passed: number;
  skipped: string[];
  /** The first line of each failure. */
  failures: string[];
  standstills: number[];
  seconds: number[];
  /** What a scenario saw beyond its ledger. */
  seen: string[];
}

/** Prints a line of JSON per scenario once all of its repetitions have ended; progress goes to stderr. */
export default class Report implements Reporter {
  readonly #scenarios = new Map<string, Scenario>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const scenario = this.#scenarios.get(test.title) ?? {
      name: test.title,
      times: 0,
      passed: 0,
      skipped: [],
      failures: [],
      standstills: [],
      seconds: [],
      seen: [],
    };
    this.#scenarios.set(test.title, scenario);
    console.error(`${result.status} after ${Math.round(result.duration / 1000)} s: ${test.title}`);
    const noted = (type: string) =>
      result.annotations.filter((one) => one.type === type).map((one) => one.description ?? '');
    scenario.seen.push(...noted('seen'));
    if (result.status === 'skipped') scenario.skipped = noted('skip');
    else {
      scenario.times += 1;
      scenario.seconds.push(result.duration / 1000);
    }
    if (result.status === 'passed') {
      scenario.passed += 1;
      scenario.standstills.push(...noted(STANDSTILL).map(Number));
    } else if (result.error) scenario.failures.push(firstLine(result.error));
  }

  onError(error: TestError): void {
    console.error(firstLine(error));
  }

  onEnd(_result: FullResult): void {
    for (const {
      name,
      times,
      passed,
      skipped,
      failures,
      standstills,
      seconds,
      seen,
    } of this.#scenarios.values())
      console.log(
        JSON.stringify({
          scenario: name,
          times,
          passed,
          ...(skipped.length > 0 && { skipped }),
          ...(failures.length > 0 && { failures }),
          ...(seen.length > 0 && { seen }),
          standstillMs: spread(standstills),
          seconds: spread(seconds.map(Math.round)),
          load: Math.round(loadavg()[1] ?? 0),
        }),
      );
  }
}

function spread(figures: number[]): { least: number; median: number; most: number } | null {
  const sorted = figures.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return least === undefined || median === undefined || most === undefined ? null : { least, median, most };
}

const firstLine = ({ message = 'no message' }: TestError): string =>
  stripVTControlCharacters(message).split('\n').slice(0, 3).join(' ');
