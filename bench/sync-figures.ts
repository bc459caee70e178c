import type { ReferenceRun } from './reference.ts';
import { spreadOf } from './spread.ts';
import type { ProductRun } from './sync-run.ts';
import type { Synchronization } from './synchronize.ts';

const STEPS = ['token', 'start', 'transfer', 'end', 'validate', 'validateJob', 'pickUp', 'commit'] as const;

/** What the runs come to; with the reference also its own figures and the ratios. */
export function figures(products: readonly ProductRun[], references: readonly ReferenceRun[]) {
  const steps = (of: (run: ProductRun) => Synchronization) =>
    Object.fromEntries(STEPS.map((step) => [step, spreadOf(products, (run) => of(run)[step])]));
  const last = products.at(-1);
  return {
    first: { ...steps(({ first }) => first), outcome: last?.first.outcome, summary: last?.first.summary },
    again: { ...steps(({ again }) => again), outcome: last?.again.outcome },
    rowsWrittenAgain: Math.max(...products.map((run) => run.rowsWrittenAgain)),
    commitAgainOfFirst: spreadOf(products, ({ first, again }) => again.commit / first.commit),
    peakMB: {
      web: spreadOf(products, ({ web }) => web.peak),
      worker: spreadOf(products, ({ worker }) => worker.peak),
    },
    ...(references.length > 0 && {
      reference: {
        transfer: spreadOf(references, ({ transfer }) => transfer),
        validate: spreadOf(references, ({ validate }) => validate),
        commit: spreadOf(references, ({ commit }) => commit),
        outcome: references.at(-1)?.outcome,
      },
      ratios: ratios(products, references),
    }),
  };
}

/** Each product run against the reference run just before it. */
function ratios(products: readonly ProductRun[], references: readonly ReferenceRun[]) {
  const pairs = products.map(({ first }, i) => ({ first, reference: references[i] as ReferenceRun }));
  return {
    transfer: spreadOf(pairs, ({ first, reference }) => first.transfer / reference.transfer),
    validate: spreadOf(pairs, ({ first, reference }) => first.validate / reference.validate),
    validateJob: spreadOf(pairs, ({ first, reference }) => first.validateJob / reference.validate),
    commit: spreadOf(pairs, ({ first, reference }) => first.commit / reference.commit),
  };
}
