import type { TestInfo, TestType } from '@playwright/test';

const TIMES = Number(process.env.FAULT_TIMES ?? 1);
const ROUND = / #(\d+)$/;

/**
 * A test as often as `npm run faults` was asked for. Playwright's own repetitions would each get a database and a product of their
 * own, which takes longer than most scenarios.
 */
export function scenario<PerTest extends object, PerProcess extends object>(
  of: TestType<PerTest, PerProcess>,
  title: string,
  body: (given: PerTest & PerProcess, info: TestInfo) => Promise<void>,
): void {
  if (TIMES === 1) of(title, body);
  else for (let round = 1; round <= TIMES; round += 1) of(`${title} #${round}`, body);
}

/** A scenario's title without the number of the repetition. */
export const scenarioOf = (title: string): string => title.replace(ROUND, '');

/** Which repetition it is, from 0. */
export const roundOf = (title: string): number => Number(ROUND.exec(title)?.[1] ?? 1) - 1;

/** A moment of its own for each repetition, spread evenly over a span however many there are. */
export const momentOf = (round: number, spanMs: number): number =>
  Math.round(((round * GOLDEN_RATIO) % 1) * spanMs);

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;
