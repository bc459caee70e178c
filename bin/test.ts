import { ensureBrowser } from './test/browser.ts';
import { runStep, type Step } from './test/run-step.ts';

/** Everything a push must pass (npm test), on throw-away databases and free ports. Never touches .data/. */
const UNIT: Step = {
  name: 'unit and database',
  script: 'node_modules/vitest/vitest.mjs',
  args: ['run'],
  counts: 'vitest',
};

/** One after another, at the same time as the unit tests, which wait for their database now and then. Printed when each has ended. */
const ALONGSIDE: Step[] = [
  { name: 'lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
  { name: 'route types', script: 'node_modules/next/dist/bin/next', args: ['typegen'] },
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'build', script: 'e2e/build.ts', args: [] },
];

const BROWSER: Step = {
  name: 'browser and API',
  script: 'node_modules/@playwright/test/cli.js',
  args: ['test'],
  counts: 'playwright',
};

/** Hostile requests by kind; the full form is `npm run attack`. */
const ATTACK: Step = { name: 'attack', script: 'bench/attack.ts', args: ['--short'] };

let passed = 0;
let failed = 0;
const failures: string[] = [];
async function take(step: Step, output: 'at once' | 'at the end'): Promise<void> {
  const started = Date.now();
  const result = await runStep(step, output);
  passed += result.passed;
  failed += result.failed;
  failures.push(...result.failures);
  console.log(`-- ${step.name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

const missing = ensureBrowser();
if (missing) {
  console.error(missing);
  failed += 1;
  failures.push(missing);
}
await Promise.all([
  take(UNIT, 'at once'),
  (async () => {
    for (const step of ALONGSIDE) await take(step, 'at the end');
  })(),
]);
await take(BROWSER, 'at once');
await take(ATTACK, 'at once');
// Said again at the end: a log is often read from there, or only its last lines are kept.
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
