/**
 * How well and how fast addresses are read: `node bench/address.ts`. With the sample data next to the project (../shared) it
 * runs that data's own scorer on its development half, ours and the npm package parse-address in turn; without it, only the
 * throughput on lines of every form. One JSON line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { matchKey } from '../lib/address/match-key.ts';
import { parseAddress } from '../lib/address/parse.ts';
import { ADDRESS_LINES } from './address-lines.ts';

interface Score {
  labelledFull: { n: number; exact: number };
  streetline: { n: number; exact: number };
  pairs: { n: number; precision: number; recall: number; fp: number; fn: number };
  by: Record<string, { n: number; exact: number }>;
  addressesPerSecond: number;
}

const RUNS = 3;
/** Labelled by hand with many contradictions; QUALITY.md counts it only among all sources. */
const NOISY_SOURCE = 'usaddress-train';
const scorer = fileURLToPath(new URL('../../shared/data/address/score.mjs', import.meta.url));
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;

const result = existsSync(scorer)
  ? { data: 'labelled addresses and pairs, development half', ...scored() }
  : {
      data: 'lines of every form',
      parseAndKeyPerCpuSecond: spread(Array.from({ length: RUNS }, corpusRun)),
    };
console.log(JSON.stringify({ bench: 'address', machine, runs: RUNS, ...result }));

function scored() {
  const runs = Array.from({ length: RUNS }, () => ({
    ours: score('address-adapter.ts'),
    reference: score('address-reference-adapter.ts'),
  }));
  const summary = (scores: Score[]) => ({
    ...figures(scores[0] as Score),
    addressesPerSecond: spread(scores.map((one) => one.addressesPerSecond)),
  });
  return {
    ours: {
      ...summary(runs.map((run) => run.ours)),
      parseAndKeyPerCpuSecond: spread(Array.from({ length: RUNS }, corpusRun)),
    },
    'parse-address': summary(runs.map((run) => run.reference)),
  };
}

function score(adapter: string): Score {
  const target = fileURLToPath(new URL(adapter, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [scorer, target, '--by', 'source'], { encoding: 'utf8' }));
}

function figures({ labelledFull, streetline, pairs, by }: Score) {
  const noisy = by[NOISY_SOURCE] ?? { n: 0, exact: 0 };
  const right = Math.round(labelledFull.exact * labelledFull.n) - Math.round(noisy.exact * noisy.n);
  return {
    clean: { n: labelledFull.n - noisy.n, exact: Number((right / (labelledFull.n - noisy.n)).toFixed(4)) },
    all: { n: labelledFull.n, exact: labelledFull.exact },
    streetLines: { n: streetline.n, exact: streetline.exact },
    pairs: {
      n: pairs.n,
      precision: pairs.precision,
      recall: pairs.recall,
      falseMerges: pairs.fp,
      missed: pairs.fn,
    },
  };
}

/** Addresses parsed and keyed in a second of processor time, on one thread. */
function corpusRun(): number {
  const start = process.cpuUsage();
  let count = 0;
  let spent = 0;
  for (; spent < 1_000_000; count += ADDRESS_LINES.length) {
    for (const fullStreetAddress of ADDRESS_LINES) {
      matchKey(parseAddress({ fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' }));
    }
    spent = process.cpuUsage(start).user;
  }
  return Math.round(count / (spent / 1_000_000));
}

function spread(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], min: sorted[0], max: sorted.at(-1) };
}
