import { appendFileSync, mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { scenarioOf } from './scenario.ts';
import { STANDSTILL } from './standstill.ts';

/** Gets a line of JSON as each repetition ends: what ended before an interruption is not lost. Nothing empties it. */
const REPETITIONS = join(import.meta.dirname, '../../test-results/faults.jsonl');

interface Repetition {
  scenario: string;
  at: string;
  status: TestResult['status'];
  /** The first lines of the failure, or why it was skipped. */
  reason?: string;
  seconds: number;
  standstillMs: number[];
  /** What it saw beyond its ledger. */
  seen: string[];
  load: number;
}

/** Prints a line of JSON per scenario at the end; progress goes to stderr. */
export default class Report implements Reporter {
  readonly #all: Repetition[] = [];

  onBegin(): void {
    mkdirSync(dirname(REPETITIONS), { recursive: true });
  }

  onTestEnd(test: TestCase, { status, annotations, duration, error }: TestResult): void {
    const noted = (type: string) =>
      annotations.filter((one) => one.type === type).map((one) => one.description ?? '');
    const reason = error ? firstLines(error) : noted('skip')[0];
    const repetition: Repetition = {
      scenario: scenarioOf(test.title),
      at: new Date().toISOString(),
      status,
      ...(reason && { reason }),
      seconds: Math.round(duration / 1000),
      standstillMs: noted(STANDSTILL).map(Number),
      seen: noted('seen'),
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    };
    this.#all.push(repetition);
    appendFileSync(REPETITIONS, `${JSON.stringify(repetition)}\n`);
    console.error(`${status} after ${repetition.seconds} s: ${test.title}`);
  }

  onError(error: TestError): void {
    console.error(firstLines(error));
  }

  onEnd(): void {
    for (const [scenario, all] of Map.groupBy(this.#all, (one) => one.scenario)) {
      const run = all.filter(({ status }) => status !== 'skipped' && status !== 'interrupted');
      const passed = run.filter(({ status }) => status === 'passed');
      const reasons = all.flatMap(({ reason }) => reason ?? []);
      const seen = run.flatMap((one) => one.seen);
      console.log(
        JSON.stringify({
          scenario,
          times: run.length,
          passed: passed.length,
          ...(reasons.length > 0 && { reasons: [...new Set(reasons)] }),
          ...(seen.length > 0 && { seen }),
          standstillMs: spread(passed.flatMap(({ standstillMs }) => standstillMs)),
          seconds: spread(run.map(({ seconds }) => seconds)),
          load: spread(run.map(({ load }) => load)),
        }),
      );
    }
  }
}

function spread(figures: number[]): { least: number; median: number; most: number } | null {
  const sorted = figures.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return least === undefined || median === undefined || most === undefined ? null : { least, median, most };
}

const firstLines = ({ message = 'no message' }: TestError): string =>
  stripVTControlCharacters(message).split('\n').slice(0, 3).join(' ');
